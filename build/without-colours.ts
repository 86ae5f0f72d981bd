import type { Plugin } from 'vite';

const LIBRARY = '@kurkle/color';
const ID = '\0lens:without-colours';

// It has a name, so that an error shows who called it.
const NOTHING = `
export class Color {
  constructor() {
    throw new Error('Chart.js mixes a colour: see build/without-colours.ts');
  }
}
`;

/**
 * Leaves out the library by which Chart.js mixes colours (3 kB gzipped): it does so for columns under a
 * pointer and for animations, which we have none of.
 */
export function withoutColours(): Plugin {
  return {
    name: 'lens:without-colours',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === LIBRARY ? ID : undefined),
    load: (id) => (id === ID ? NOTHING : undefined),
  };
}
