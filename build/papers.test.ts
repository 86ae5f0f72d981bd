import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardNames } from '../utils/cards/data';
import { readPage } from '../utils/tab/read-page';

const root = join(import.meta.dirname, '..');
const paper = (name: string) => readFileSync(join(root, name), 'utf8');

describe('the papers', () => {
  it('name for each promise a test that is there', () => {
    const named = [...paper('SECURITY.md').matchAll(/`([\w./-]+\.(?:test|e2e|build)\.tsx?)`/g)];
    expect(named.length).toBeGreaterThan(15);
    for (const [, path] of named) expect(existsSync(join(root, `${path}`)), path).toBe(true);
  });

  it('say of every key and cookie that is read from a page, and of no other', () => {
    const read = [...readPage.toString().matchAll(/["'](\w+)["']/g)].map(([, name]) => name);
    const keys = ['userData', 'current_tenant', 'tenant', 'app_tenant', 'tenants'];
    const cookies = ['ibl_user_data', 'ibl_current_tenant', 'ibl_tenant'];
    expect(read).toEqual(expect.arrayContaining([...keys, ...cookies]));
    for (const name of [...keys, ...cookies]) expect(paper('PRIVACY.md')).toContain(`\`${name}\``);
  });

  it('tell administrators the name of every card, and no other', () => {
    const { popupCards } = JSON.parse(paper('public/managed-schema.json')).properties;
    const [, list = ''] = /in order: ([^.]+)\./.exec(popupCards.description) ?? [];
    expect(list.split(', ').toSorted()).toEqual([...cardNames].toSorted());
  });

  it('name commands that exist', () => {
    const { scripts } = JSON.parse(paper('package.json'));
    const commands = [
      ...`${paper('README.md')}${paper('CONTRIBUTING.md')}`.matchAll(/npm run ([\w:]+)/g),
    ];
    for (const [, command] of commands) expect(scripts).toHaveProperty([`${command}`]);
  });

  it('name files of ours that exist', () => {
    const ours =
      /`((?:bench|build|checks|components|demo|e2e|entrypoints|public|utils)\/[\w./-]+\.\w+)`/g;
    const papers = ['CONTRIBUTING.md', 'README.md', 'SECURITY.md', 'bench/RESULTS.md'];
    const named = papers
      .flatMap((name) => [...paper(name).matchAll(ours)])
      .flatMap(([, path]) => (path === undefined || path.includes('NAME') ? [] : path));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('show a picture that is there', () => {
    const [, picture] = paper('README.md').match(/^!\[[^\]]+\]\(([^)]+)\)/) ?? [];
    expect(existsSync(join(root, `${picture}`))).toBe(true);
  });
});
