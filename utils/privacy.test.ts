import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Operation, segmentsOf } from './api/operation';
import { paramsOf } from './api/params';
import { saveKey } from './store/keys/vault';
import { clearCache } from './store/snapshots/db';
import { readPage } from './tab/read-page';

// PRIVACY.md is compared with everything that the code stores and sends: each new item needs a row
// there.

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Returns the rows of the table below a heading of PRIVACY.md, as cells. */
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

/** Returns the names at one storage place, as the table lists them. */
const namesAt = (place: RegExp) =>
  rowsBelow('Where it lies, by name')
    .filter(([where]) => place.test(where ?? ''))
    .flatMap(([, name]) => quoted(name))
    .toSorted();

/** Returns our source files below a folder, without tests and fakes. */
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
    // Only a few keys of a page's session storage are read, and nothing is written into it.
    expect(all).not.toMatch(
      /\b(?:sessionStorage\b(?!\.getItem\()|document\.cookie\s*=|storage\.sync\b)/,
    );
    expect(all.match(/\bopenDB[<(]/g)).toHaveLength(2);
    expect(all.match(/storage\.local\.set\(/g)).toHaveLength(1);
    // The browser's memory holds the entries of private windows alone.
    expect(all.match(/storage\.session\.set\(/g)).toHaveLength(1);
    expect(all).toContain("FIRST = 'private '");
    expect(namesAt(/^`storage\.session`$/)).toEqual(['private']);
  });

  it('every key and cookie that is read of a page, and no other', async () => {
    const asked = new Set<string>();
    const note = (name: string) => {
      asked.add(name);
      return null;
    };
    vi.stubGlobal('sessionStorage', { getItem: note });
    vi.stubGlobal('localStorage', { getItem: note });
    vi.stubGlobal('cookieStore', { get: async (name: string) => note(name) });
    vi.stubGlobal('location', { hostname: 'os.ibl.ai', protocol: 'https:', pathname: '/' });
    await readPage();
    vi.unstubAllGlobals();
    const [, after = ''] = read('PRIVACY.md').split('**From a page**');
    expect([...new Set(quoted(after.split('\n\n')[0]))].toSorted()).toEqual([...asked].toSorted());
  });

  it('every path that is asked, with its parameters, and no other', () => {
    const asked = rowsBelow('What is asked of the API');
    const all = Object.values(operations);
    const paths = all.map((operation) => segmentsOf(operation, '{org}', '{user}').join('/'));
    const full = (path: string) =>
      /^(?:analytics|core)\//.test(path) ? path : `${familyOf(path)}${path}`;
    expect(asked.flatMap(([path]) => quoted(path).map(full)).toSorted()).toEqual(
      [...new Set(paths)].toSorted(),
    );
    const parameters = all.flatMap((operation) => Object.entries(paramsOf(operation, '{org}')));
    const sent = parameters.flatMap(([name, value]) => (value === null ? [] : [name]));
    expect([...new Set(asked.flatMap(([, names]) => quoted(names)))].toSorted()).toEqual(
      [...new Set(sent)].toSorted(),
    );
  });
});

/** The table leaves out the part of the path that is given above it. */
const familyOf = (path: string) =>
  `${path.endsWith('public-settings') ? 'ai-mentor' : 'ai-analytics'}/orgs/{org}/users/{user}/`;

const instants = { startMs: 0, endMs: 1 };
const days = { startDate: '2026-01-01', endDate: '2026-01-02', mentorId: '{mentor}' };
const aggregation = 'daily' as const;

/** Lists every operation; the types require that a new one is added here. */
const operations: Record<Operation['name'], Operation> = {
  cohorts: { name: 'cohorts', aggregation, ...days },
  feedback: { name: 'feedback', aggregation, ...days },
  cost: { name: 'cost', username: '{user}', ...instants },
  'mentor-cost': { name: 'mentor-cost', mentorId: '{mentor}', ...instants },
  'model-costs': { name: 'model-costs', ...instants },
  'mentor-costs': { name: 'mentor-costs', ...instants },
  'person-costs': { name: 'person-costs', ...instants },
  'conversation-summary': { name: 'conversation-summary', aggregation, ...days },
  'session-averages': { name: 'session-averages', aggregation, ...days },
  'discussed-topics': { name: 'discussed-topics', aggregation, ...days },
  'topic-summary': { name: 'topic-summary', ...days },
  'topic-statistics': { name: 'topic-statistics', page: 1, ...days },
  'rating-summary': { name: 'rating-summary', ...days },
  'mentor-settings': { name: 'mentor-settings', mentor: '{mentor}' },
  financial: { name: 'financial', username: '{user}', ...days },
  'financial-details': {
    name: 'financial-details',
    username: '{user}',
    groupBy: 'model',
    ...days,
  },
  'active-users': { name: 'active-users', aggregation, ...days },
  'registered-users': { name: 'registered-users', aggregation, ...days },
  'currently-active': { name: 'currently-active', mentorId: '{mentor}' },
  conversations: { name: 'conversations', aggregation, ...days },
  sessions: { name: 'sessions', aggregation, ...days },
  'session-headline': { name: 'session-headline', ...days },
  'topic-details': { name: 'topic-details', page: 1, ...days },
  'access-times': { name: 'access-times', ...days },
  ratings: { name: 'ratings', ...days },
  token: { name: 'token' },
  organization: { name: 'organization' },
};

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
