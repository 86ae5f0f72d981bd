import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, outputFiles, outputText } from '../e2e/output';
import metadata from '../package.json';
import { unzip } from './unzip';

const PROJECT = join(import.meta.dirname, '..');
const packageName = `${metadata.name}-${metadata.version}`;
const MOST_BYTES = 211_000;

// The archives of a store must come out of the sources that lie beside them, to the byte.
describe('the packages for the stores', () => {
  const place = mkdtempSync(join(tmpdir(), 'lens-packages-'));
  const first = join(place, 'first');
  const sources = join(place, 'sources');
  const second = join(place, 'second');
  let made: Record<string, Buffer>;

  beforeAll(async () => {
    pack(PROJECT, first);
    made = archivesIn(first);
    const archive = Object.entries(made).find(([name]) => name.endsWith('-sources.zip'));
    for (const [path, bytes] of unzip(archive?.[1] ?? Buffer.alloc(0))) {
      mkdirSync(dirname(join(sources, path)), { recursive: true });
      await writeFile(join(sources, path), bytes);
    }
    symlinkSync(join(PROJECT, 'node_modules'), join(sources, 'node_modules'));
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('are one for each store, and the sources', () => {
    expect(Object.keys(made).map((name) => name.replace(/^.*-/, ''))).toEqual([
      'chrome.zip',
      'edge.zip',
      'firefox.zip',
      'sources.zip',
    ]);
  });

  it('weigh 211 kB at most', () => {
    for (const [name, bytes] of Object.entries(made)) {
      if (!name.endsWith('-sources.zip')) expect(bytes.length, name).toBeLessThan(MOST_BYTES);
    }
  });

  it('hold a manifest and nothing that is not part of the program', () => {
    for (const [name, bytes] of Object.entries(made)) {
      if (name.endsWith('-sources.zip')) continue;
      const paths = [...unzip(bytes).keys()];
      expect(paths).toContain('manifest.json');
      expect(paths.filter((path) => !/\.(?:js|css|html|json|png|svg)$/.test(path))).toEqual([]);
    }
  });

  it.each<BrowserName>(['chrome', 'firefox'])('hold the %s build that was tested', (browser) => {
    const packed = unzip(made[`${packageName}-${browser}.zip`] ?? Buffer.alloc(0));
    expect([...packed.keys()].sort()).toEqual(outputFiles(browser));
    for (const [path, bytes] of packed)
      expect(bytes.toString(), path).toBe(outputText(browser, path));
  });

  it('come with sources that say how to rebuild them, and hold nothing that does not matter for it', () => {
    const paths = [...unzip(made[`${packageName}-sources.zip`] ?? Buffer.alloc(0)).keys()];
    expect(paths).toEqual(
      expect.arrayContaining(['README.md', 'package.json', 'package-lock.json', 'wxt.config.ts']),
    );
    expect(paths.filter((path) => /^(?:store|demo|e2e|bench|docs|\.\w+)\//.test(path))).toEqual([]);
    const readme = readFileSync(join(sources, 'README.md'), 'utf8');
    expect(readme).toMatch(/## Rebuild[^#]+npm ci && npm run package/);
  });

  // Firefox's store rebuilds what it gets.
  it('come out the same to the byte from the packaged sources, in another folder: Firefox’s', () => {
    pack(sources, second, ['firefox']);
    const again = hashes(archivesIn(second));
    expect(Object.keys(again)).toHaveLength(2);
    expect(hashes(made)).toMatchObject(again);
  });
});

function pack(root: string, outDir: string, browsers = ['chrome', 'edge', 'firefox']): void {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const tsx = join(PROJECT, 'node_modules', '.bin', 'tsx');
  const args = [join(import.meta.dirname, 'pack.ts'), root, outDir, ...browsers];
  // In the folder of the sources, as by hand: which module goes into which file is read there.
  execFileSync(tsx, args, { cwd: root, env, stdio: 'pipe' });
}

/** The archives in a folder by their names, sorted. */
function archivesIn(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.zip'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

const hashes = (archives: Record<string, Buffer>) =>
  Object.fromEntries(
    Object.entries(archives).map(([name, bytes]) => [
      name,
      createHash('sha256').update(bytes).digest('hex'),
    ]),
  );
