import { zip } from 'wxt';

// Packages a folder of sources for some browsers: `tsx checks/pack.ts <sources> <target> <browser>…`. A program
// of its own: the build looks at the environment, and the one of a test run is not the one of a release.
const [root, outDir, ...browsers] = process.argv.slice(2);
if (!root || !outDir) throw new Error('name the folder of the sources and the target');
for (const browser of browsers) await zip({ root, outDir, browser });
