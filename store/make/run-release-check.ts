import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzip } from '../../checks/unzip';
import metadata from '../../package.json';
import { objections } from './release';

// `npm run release:check -- [tag]`: after `npm run package`, what the release workflow compares.
const root = join(import.meta.dirname, '../..');
const output = join(root, '.output');
const names = existsSync(output) ? readdirSync(output).filter((name) => name.endsWith('.zip')) : [];

const manifestVersion = (name: string): string | null => {
  const manifest = unzip(readFileSync(join(output, name))).get('manifest.json');
  return manifest ? JSON.parse(manifest.toString()).version : null;
};

const found = objections({
  tag: process.argv[2] || null,
  version: metadata.version,
  changelog: readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
  archives: Object.fromEntries(names.map((name) => [name, manifestVersion(name)])),
});
for (const line of found) console.error(line);
if (found.length > 0) process.exitCode = 1;
else process.stdout.write(`Version ${metadata.version} can be released: ${names.join(', ')}\n`);
