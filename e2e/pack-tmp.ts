import { zip } from 'wxt';

const [root, out, ...browsers] = process.argv.slice(2);
for (const browser of browsers) console.log(await zip({ root, outDir: out, browser }));
