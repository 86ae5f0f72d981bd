import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearCache } from './store/db';
import { saveKey } from './store/vault';

// PRIVACY.md is compared with what the code stores and sends: whatever is new there needs its row here.

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The rows below a heading of PRIVACY.md, as cells. */
function rowsBelow(heading: string): string[][] {
  const [, after = ''] = read('PRIVACY.md').split(`## ${heading}\n`);
  const lines = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const quoted = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => `${name}`);

/** Names at one place, as the table has them. */
const namesAt = (place: RegExp) =>
  rowsBelow('Where it lies, by name')
    .filter(([where]) => place.test(where ?? ''))
    .flatMap(([, name]) => quoted(name))
    .toSorted();

/** Our sources below a folder, tests and stand-ins left out. */
const sources = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/(?:^|\/)fake-/.test(path))
    .map((path) => read(join(folder, path)));

describe('PRIVACY.md names', () => {
  it('every item of storage.local, and no other', () => {
    const keys = sources('utils').flatMap((text) =>
      [...text.matchAll(/createItem\(\{\s*key: '([^']+)'/g)].map(([, key]) => `${key}`),
    );
    expect(keys.length).toBeGreaterThan(1);
    expect(namesAt(/^`storage\.local`$/)).toEqual(keys.toSorted());
  });

  it('every database and every store in it, and no other', async () => {
    expect((await clearCache()).ok).toBe(true);
    expect((await saveKey('active', 'a-key')).ok).toBe(true);
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const stores = await storesOf(name);
      found.push(name);
      expect(namesAt(new RegExp(`^IndexedDB \`${name}\`$`)), name).toEqual(stores.toSorted());
    }
    const rows = rowsBelow('Where it lies, by name');
    const named = rows.flatMap(([place]) => (place?.startsWith('IndexedDB') ? quoted(place) : []));
    expect([...new Set(named)].toSorted()).toEqual(found.toSorted());
  });

  it('no place but these, as the code writes to no other', () => {
    const all = ['utils', 'components', 'entrypoints'].flatMap(sources).join('\n');
    expect(all).not.toMatch(
      /\b(?:sessionStorage|document\.cookie\s*=|storage\.(?:sync|session)\b)/,
    );
    expect(all.match(/\bopenDB[<(]/g)).toHaveLength(2);
    expect(all.match(/storage\.local\.set\(/g)).toHaveLength(1);
  });

  it('every path that is asked, with its parameters, and no other', () => {
    const code = read('utils/api/url.ts');
    const asked = rowsBelow('What is asked of the API');
    const paths = [...bodyOf(code, 'pathOf').matchAll(/return \[([^\]]*)\]/g)].map(([, parts]) =>
      `${parts}`
        .split(',')
        .map((part) => part.trim().match(/^'(.*)'$/)?.[1] ?? '{}')
        .join('/'),
    );
    expect(paths.length).toBeGreaterThan(4);
    expect(
      asked.flatMap(([path]) => quoted(path).map((it) => it.replace(/\{\w+\}/g, '{}'))).toSorted(),
    ).toEqual(paths.toSorted());
    const parameters = [...bodyOf(code, 'queryOf').matchAll(/\[\s*'([a-z_]+)',/g)];
    expect([...new Set(asked.flatMap(([, names]) => quoted(names)))].toSorted()).toEqual(
      [...new Set(parameters.map(([, name]) => `${name}`))].toSorted(),
    );
  });
});

/** A function's source up to the brace that closes it. */
function bodyOf(code: string, name: string): string {
  const [, body] =
    code.match(new RegExp(`function ${name}\\([\\s\\S]*?\\{\\n([\\s\\S]*?)\\n\\}\\n`)) ?? [];
  expect(body, name).toBeDefined();
  return `${body}`;
}

function storesOf(name: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const stores = [...opening.result.objectStoreNames];
      opening.result.close();
      resolve(stores);
    };
  });
}
