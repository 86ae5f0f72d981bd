import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BrowserName, outputText } from '../e2e/output';
import { SCENES } from '../store/make/captions';
import { SCREENSHOT } from '../store/make/compose';

const ROOT = join(import.meta.dirname, '..');
const LONGEST = { name: 75, summary: 132, description: 16_000 };

const folders = (path: string) =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const manifest = (browser: BrowserName) => JSON.parse(outputText(browser, 'manifest.json'));
const manifests = [manifest('chrome'), manifest('firefox')];

/** Everything that a build may do or may ask for later. */
const permissions = new Set<string>(
  manifests.flatMap((one) => [
    ...one.permissions,
    ...(one.optional_permissions ?? []),
    ...one.host_permissions,
    ...one.optional_host_permissions,
  ]),
);

/** The cells of every table row of a paper, without its head. */
const rows = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+$/.test(line))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

const unquoted = (cell: string | undefined) => (cell ?? '').replaceAll('`', '');

it('there is a listing for every locale', () => {
  expect(folders('public/_locales')).toEqual(expect.arrayContaining(['en', 'es']));
  expect(folders('store')).toEqual(expect.arrayContaining(folders('public/_locales')));
});

describe.each(folders('public/_locales'))('the listing in the locale %s', (locale) => {
  const paper = (name: string) => readFileSync(join(ROOT, 'store', locale, name), 'utf8').trim();
  const texts = JSON.parse(
    readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8'),
  );

  it('has the name and the summary of the manifest', () => {
    expect(paper('name.txt')).toBe(texts.app_name.message);
    expect(paper('summary.txt')).toBe(texts.app_description.message);
    for (const { name, description } of manifests) {
      expect([name, description]).toEqual(['__MSG_app_name__', '__MSG_app_description__']);
    }
  });

  it('is no longer than the stores take', () => {
    for (const [name, longest] of Object.entries(LONGEST)) {
      const { length } = paper(`${name}.txt`);
      expect(length, name).toBeGreaterThan(0);
      expect(length, name).toBeLessThanOrEqual(longest);
    }
  });

  it('says the purpose in one sentence', () => {
    expect(paper('purpose.txt')).toMatch(/^[^\n]{20,}\.$/);
    expect(paper('purpose.txt')).not.toMatch(/[.!?] /);
  });

  it('gives a reason for every permission of both builds, and for no other', () => {
    const reasons = rows(paper('permissions.md'));
    expect(reasons.map(([name]) => unquoted(name)).toSorted()).toEqual([...permissions].toSorted());
    for (const [name, reason] of reasons) expect(reason?.length, name).toBeGreaterThan(20);
  });

  it('declares the data that the Firefox build declares', () => {
    const [, firefox] = manifests;
    const declared = firefox.browser_specific_settings.gecko.data_collection_permissions;
    const kinds = rows(paper('data-use.md'));
    const named = kinds.map(([, , name]) => unquoted(name)).filter(Boolean);
    expect(named.toSorted()).toEqual(
      [...declared.required, ...(declared.optional ?? [])].toSorted(),
    );
    // Every kind of data is listed, also those that are not collected, because the stores ask for each.
    expect(kinds).toHaveLength(9);
    for (const [kind, answer, name, what] of kinds) {
      expect(answer, kind).toMatch(name ? /^(?:yes|sí)$/ : /^no$/);
      expect(what !== '', kind).toBe(name !== '');
    }
  });

  it('has its five screenshots, in the size that every store takes', () => {
    const folder = join(ROOT, 'store', locale, 'screenshots');
    expect(readdirSync(folder).sort()).toEqual(SCENES.map((scene, at) => `${at + 1}-${scene}.png`));
    for (const name of readdirSync(folder)) {
      const png = readFileSync(join(folder, name));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(Object.values(SCREENSHOT));
      // 2 is the colour type of a PNG without transparency, which the stores don't take.
      expect(png.readUInt8(25)).toBe(2);
    }
  });

  it('names the same buttons as the program', () => {
    const quoted = [...paper('description.txt').matchAll(/["«]([^"»]+)["»]/g)];
    expect(quoted.length).toBeGreaterThan(0);
    for (const [, words] of quoted) expect(words).toBe(texts.setup_try_sample.message);
  });
});
