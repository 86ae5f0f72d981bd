import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import metadata from '../package.json';
import { objections, type Release } from '../store/make/release';

const ROOT = join(import.meta.dirname, '..');
const WORKFLOWS = join(ROOT, '.github/workflows');

interface Step {
  run?: string;
  uses?: string;
  env?: Record<string, string>;
}
interface Workflow {
  on: {
    push?: { tags?: string[] };
    workflow_dispatch?: { inputs: Record<string, { type: string; default: unknown }> };
  };
  permissions: Record<string, string>;
  jobs: Record<string, { steps: Step[]; env?: Record<string, string> }>;
}

const workflow = (name: string): Workflow => parse(readFileSync(join(WORKFLOWS, name), 'utf8'));
const jobsOf = (name: string) => Object.values(workflow(name).jobs);
const stepsOf = (name: string) => jobsOf(name).flatMap(({ steps }) => steps);

describe.each(readdirSync(WORKFLOWS))('the workflow %s', (name) => {
  const commands = stepsOf(name).flatMap(({ run }) => run ?? []);

  it('runs commands that exist', () => {
    const text = commands.join('\n');
    const scripts = [...text.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, script]) => script);
    expect(text).not.toBe('');
    for (const script of scripts.filter((one) => one !== 'ci')) {
      expect(metadata.scripts).toHaveProperty([`${script}`]);
    }
    for (const [, file] of text.matchAll(/bash (\S+)/g)) {
      expect(existsSync(join(ROOT, `${file}`)), file).toBe(true);
    }
  });

  it('uses actions of a version that is named, and may write nothing', () => {
    for (const { uses } of stepsOf(name)) if (uses) expect(uses).toMatch(/^[\w/-]+@v\d+/);
    expect(workflow(name).permissions).toEqual({ contents: 'read' });
  });
});

describe('a release', () => {
  const submit = stepsOf('release.yml').find(({ run }) => run?.includes('wxt submit'));

  it('begins with a tag, or by hand and then as a dry run', () => {
    const { push, workflow_dispatch } = workflow('release.yml').on;
    expect(push?.tags).toEqual(['v*']);
    expect(workflow_dispatch?.inputs['dry-run']).toMatchObject({ type: 'boolean', default: true });
  });

  it('tests, packages and compares before it submits, and keeps what it made', () => {
    const order = [
      'npm ci',
      'npm test',
      'npm run package',
      'release:check',
      'upload',
      'wxt submit',
    ];
    const steps = stepsOf('release.yml').map(({ run, uses }) => run ?? uses ?? '');
    const at = order.map((part) => steps.findIndex((step) => step.includes(part)));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it('submits with flags and variables that the program knows', () => {
    const cli = join(ROOT, 'node_modules/.bin/publish-extension');
    const known = new Set(execFileSync(cli, ['--help'], { encoding: 'utf8' }).match(/--[\w-]+/g));
    const flags = `${submit?.run} ${submit?.env?.DRY_RUN_FLAG}`.match(/--[\w-]+/g) ?? [];
    expect(flags).toContain('--dry-run');
    const names = { ...jobsOf('release.yml')[0]?.env, ...submit?.env };
    const asFlags = Object.keys(names)
      .filter((name) => name !== 'DRY_RUN_FLAG')
      .map((name) => `--${name.toLowerCase().replaceAll('_', '-')}`);
    expect(asFlags.length).toBeGreaterThan(8);
    expect([...flags, ...asFlags].filter((flag) => !known.has(flag))).toEqual([]);
  });
});

describe('what speaks against a release', () => {
  const good: Release = {
    tag: 'v1.2.3',
    version: '1.2.3',
    changelog: '# Changelog\n\n## 1.2.3 - 2026-11-24\n',
    archives: {
      'lens-1.2.3-chrome.zip': '1.2.3',
      'lens-1.2.3-edge.zip': '1.2.3',
      'lens-1.2.3-firefox.zip': '1.2.3',
      'lens-1.2.3-sources.zip': null,
    },
  };

  it('is nothing where all agree, with a tag or without', () => {
    expect(objections(good)).toEqual([]);
    expect(objections({ ...good, tag: null })).toEqual([]);
  });

  it('is another tag, a changelog without it, an archive too many, too few or too old', () => {
    expect(objections({ ...good, tag: 'v1.2.4' })).toHaveLength(1);
    expect(objections({ ...good, changelog: '## 1.2.30\n' })).toHaveLength(1);
    const { 'lens-1.2.3-edge.zip': _, ...fewer } = good.archives;
    expect(objections({ ...good, archives: fewer })).toHaveLength(1);
    const more = { ...good.archives, 'lens-1.2.2-chrome.zip': '1.2.2' };
    expect(objections({ ...good, archives: more })).toHaveLength(1);
    const old = { ...good.archives, 'lens-1.2.3-firefox.zip': '1.2.2' };
    expect(objections({ ...good, archives: old })).toHaveLength(1);
  });

  it('is nothing now but archives that are not made', () => {
    const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
    const { version } = metadata;
    expect(objections({ tag: `v${version}`, version, changelog, archives: {} })).toHaveLength(4);
  });
});
