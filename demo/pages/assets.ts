import { readdirSync, readFileSync } from 'node:fs';

const APP = new URL('./client/app.ts', import.meta.url);

/** The files that the pages load, by their path under `/_demo/`. */
export type Assets = Map<string, { type: string; body: string }>;

/** Reads the pages' style and code; of the code only the types are taken out. */
export async function loadAssets(): Promise<Assets> {
  // Loaded only here: it takes longer than the rest of the demo together.
  const { transformWithOxc } = await import('vite');
  const assets: Assets = new Map();
  for (const name of readdirSync(new URL('.', APP))) {
    const source = readFileSync(new URL(name, APP), 'utf8');
    if (name.endsWith('.css')) assets.set(name, { type: 'text/css', body: source });
    if (name.endsWith('.ts')) {
      const { code } = await transformWithOxc(source, name, { sourcemap: false });
      assets.set(name.replace(/\.ts$/, ''), { type: 'text/javascript', body: code });
    }
  }
  return assets;
}
