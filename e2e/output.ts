import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

export type BrowserName = 'chrome' | 'firefox';

export const outputDir = (browser: BrowserName) =>
  join(import.meta.dirname, '..', '.output', `${browser}-mv3`);

/** A copy of a build, which has an extension id of its own; who asks for it removes it. */
export function copyOfBuild(browser: BrowserName): string {
  const copy = mkdtempSync(join(tmpdir(), 'lens-copy-'));
  cpSync(outputDir(browser), copy, { recursive: true });
  return copy;
}

/**
 * A copy of a build to which every site is allowed from the install on: without a screen nobody can click
 * the browser's own question. What Lens asks itself stays as it is.
 */
export const allowedEverywhere = (browser: BrowserName): string =>
  withHosts(browser, (hosts) => [...hosts, 'https://*/*']);

/** A copy of a build to which the API alone is allowed, as where a user took the sites back. */
export const allowedNowhere = (browser: BrowserName): string =>
  withHosts(browser, () => ['https://base.manager.iblai.app/*']);

function withHosts(browser: BrowserName, change: (hosts: string[]) => string[]): string {
  const copy = copyOfBuild(browser);
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.host_permissions = change(manifest.host_permissions);
  writeFileSync(path, JSON.stringify(manifest));
  return copy;
}

/** Every file of a build, as paths from its root, sorted. */
export function outputFiles(browser: BrowserName): string[] {
  const root = outputDir(browser);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => relative('.', path).replaceAll('\\', '/'))
    .sort();
}

export const outputText = (browser: BrowserName, path: string) =>
  readFileSync(join(outputDir(browser), path), 'utf8');

/** Bytes of a file as the browser would get it over the wire. */
const gzippedBytes = (browser: BrowserName, path: string) =>
  gzipSync(readFileSync(join(outputDir(browser), path)), { level: 9 }).length;

/** The scripts that load before the first paint of a page: its own and all they import statically. */
export function staticScripts(browser: BrowserName, page: string): string[] {
  // The files that are listed as needed soon are fetched later: see `build/chunks.ts`.
  const html = outputText(browser, page).replaceAll(/<link rel="soon"[^>]*>/g, '');
  const entries = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path]) => `${path}`);
  return closure(browser, entries, STATIC_IMPORT);
}

/** All scripts that a page can ever load, dynamic imports included. */
export function allScripts(browser: BrowserName, page: string): string[] {
  return closure(browser, staticScripts(browser, page), ANY_IMPORT);
}

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
const ANY_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;

function closure(browser: BrowserName, entries: string[], pattern: RegExp): string[] {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const [, target] of outputText(browser, path).matchAll(pattern)) {
      visit(posix.join(dirname(path), `${target}`));
    }
  };
  for (const entry of entries) visit(entry);
  return [...seen].sort();
}

/** Gzipped bytes of each part that a person waits for, by the names of `bench/budget.json`. */
export function partsOf(browser: BrowserName): Record<string, number> {
  const sum = (paths: string[]) =>
    paths.reduce((bytes, path) => bytes + gzippedBytes(browser, path), 0);
  const every = allScripts(browser, 'popup.html');
  const named = (pattern: RegExp) => every.filter((path) => pattern.test(path));
  const first = staticScripts(browser, 'popup.html');
  const dashboard = [...first, ...named(/\/(?:dashboard|rolldown-runtime)-/)];
  return {
    'worker script': gzippedBytes(browser, 'background.js'),
    'worker in all': sum(['background.js', 'work.js']),
    'popup before the headline figures': sum(first),
    'popup before the headline figures, without a first paint': sum(dashboard),
    // All that an opening loads, until the first paint of the next one is kept.
    'popup, until somebody comes near a chart': sum([...dashboard, ...named(/\/capture-/)]),
    'popup in all': sum([...dashboard, ...named(/\/(?:chart-js|capture)-/)]),
    'popup, with all that a click or an older browser adds': sum(every),
    'options page': sum(staticScripts(browser, 'options.html')),
    styles: sum(outputFiles(browser).filter((path) => path.endsWith('.css'))),
  };
}
