import { describe, expect, it } from 'vitest';
import budget from '../bench/budget.json' with { type: 'json' };
import { throughFacade } from '../build/without-facades';
import {
  allScripts,
  type BrowserName,
  outputFiles,
  outputText,
  partsOf,
  staticScripts,
} from '../e2e/output';

describe.each<BrowserName>(['chrome', 'firefox'])('the %s build', (browser) => {
  const manifest = JSON.parse(outputText(browser, 'manifest.json'));
  const scripts = outputFiles(browser).filter((path) => path.endsWith('.js'));
  const loader = browser === 'chrome' ? 'importScripts' : 'import';

  it('reaches the vendor alone without asking', () => {
    expect(manifest.host_permissions).toEqual([
      'https://*.iblai.app/*',
      'https://iblai.app/*',
      'https://*.ibl.ai/*',
      'https://ibl.ai/*',
    ]);
  });

  it('fault 97: asks for other hosts and for notifications only in the click that needs them', () => {
    expect(manifest.optional_host_permissions).toEqual([
      'https://*.iblai.org/*',
      'https://iblai.org/*',
      'https://*.iblai.tech/*',
      'https://iblai.tech/*',
      'https://*/*',
    ]);
    expect(manifest.optional_permissions).toEqual(['notifications']);
  });

  it('fault 98: names the oldest browser that it runs in, which refuses it below', () => {
    const oldest =
      browser === 'chrome'
        ? manifest.minimum_chrome_version
        : manifest.browser_specific_settings.gecko.strict_min_version;
    expect(oldest).toBe(browser === 'chrome' ? '116' : '142.0');
  });

  it('opens a panel when it is asked for, and not by itself at the install', () => {
    const opened = browser === 'firefox' ? manifest.sidebar_action : manifest.side_panel;
    expect(opened).toMatchObject(browser === 'firefox' ? { open_at_install: false } : {});
    expect(opened).not.toHaveProperty('open_at_install', true);
  });

  it('lets its worker alone connect, by https, and runs its own code alone', () => {
    const csp: string = manifest.content_security_policy.extension_pages;
    const directive = (name: string) =>
      csp
        .split('; ')
        .find((part) => part.startsWith(`${name} `))
        ?.split(' ')
        .slice(1) ?? [];
    expect(directive('default-src')).toEqual(["'none'"]);
    expect(directive('script-src')).toEqual(["'self'"]);
    expect(directive('style-src')).toEqual(["'self'"]);
    expect(directive('connect-src')).toEqual(['https:']);
  });

  it.each(
    outputFiles(browser).filter((path) => path.endsWith('.html')),
  )('%s can connect to nothing at all', (path) => {
    const html = outputText(browser, path).replaceAll('&#39;', "'");
    const policy = html.indexOf(
      `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`,
    );
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(html.indexOf('<script'));
  });

  it('opens no door to pages and other extensions', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('content_scripts');
    for (const path of scripts) {
      expect(outputText(browser, path), path).not.toMatch(/onMessageExternal\.addListener/);
    }
  });

  it.each(scripts)('%s evaluates no text and writes no HTML', (path) => {
    const code = outputText(browser, path);
    expect(code).not.toMatch(/\beval\s*\(|new Function\b|\bFunction\s*\(\s*["'`]/);
    expect(code).not.toMatch(/\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\b/);
    expect(code).not.toMatch(/\b(?:srcdoc|createContextualFragment|DOMParser|setHTML\w*)\b/);
    expect(code).not.toMatch(/\bset(?:Timeout|Interval)\(\s*["'`]/);
  });

  it.each(
    scripts,
  )('%s imports no script but the worker its own one, by its literal name', (path) => {
    const code = outputText(browser, path);
    const loads = path === 'background.js' ? [`${loader}("/work.js")`] : [];
    expect(code.match(/\bimportScripts\b(?:\([^)]*\))?/g) ?? []).toEqual(
      browser === 'chrome' ? loads : [],
    );
    if (path === 'background.js') {
      expect(code.match(/\bimport\s*\([^)]*\)/g) ?? []).toEqual(browser === 'firefox' ? loads : []);
    }
  });

  it('decrypts a key in the worker alone, and encrypts one in the options page alone', () => {
    const holding = (method: string) =>
      scripts.filter((path) => outputText(browser, path).includes(`subtle.${method}(`));
    expect(holding('decrypt')).toEqual(['work.js']);
    const [holder, ...others] = holding('encrypt');
    expect(others).toEqual([]);
    expect(staticScripts(browser, 'options.html')).toContain(holder);
    expect(allScripts(browser, 'popup.html')).not.toContain(holder);
    expect(allScripts(browser, 'sidepanel.html')).not.toContain(holder);
  });

  it.each([
    'popup.html',
    'sidepanel.html',
  ])('%s begins with one file, and without charts', (page) => {
    const first = staticScripts(browser, page);
    expect(first).toHaveLength(1);
    expect(first.map((path) => outputText(browser, path)).join()).not.toContain('chartjs');
    // The files that it imports then are fetched before, and none of them is missing.
    const soon = [...outputText(browser, page).matchAll(/<link rel="soon" href="\/([^"]+)"/g)];
    const every = allScripts(browser, page);
    const wanted = every.filter((path) => /\/(?:dashboard|rolldown-runtime)-/.test(path));
    expect(soon.map(([, path]) => path).toSorted()).toEqual(wanted);
  });

  it('has no script that only hands on what another exports', () => {
    const handsOn = scripts.filter((path) => throughFacade(outputText(browser, path)) !== null);
    expect(handsOn).toEqual([]);
  });

  it.each(Object.entries(budget))('%s stays within %i bytes gzipped', (part, most) => {
    const measured = partsOf(browser)[part];
    expect(measured).toBeDefined();
    expect(measured).toBeLessThanOrEqual(most);
  });
});
