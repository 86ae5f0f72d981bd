// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { programOfVariable, programOnPath, wentThrough } from './install';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lens-programs-'));
  for (const name of ['chromium', 'chromium-browser']) writeFileSync(join(folder, name), '');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

describe('a program', () => {
  it('is found on the PATH, the first name first', () => {
    vi.stubEnv('PATH', ['/nowhere', folder].join(delimiter));
    expect(programOnPath('none', 'chromium', 'chromium-browser')).toBe(join(folder, 'chromium'));
    expect(programOnPath('none')).toBeNull();
  });

  it('is what a variable names, which has to be there', () => {
    vi.stubEnv('CHROMIUM_PATH', '');
    expect(programOfVariable('CHROMIUM_PATH')).toBeNull();
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'chromium'));
    expect(programOfVariable('CHROMIUM_PATH')).toBe(join(folder, 'chromium'));
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'gone'));
    expect(() => programOfVariable('CHROMIUM_PATH')).toThrow(/CHROMIUM_PATH names .*gone/);
  });
});

describe('an installation', () => {
  it('that fails says why, and does not throw', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(wentThrough(() => undefined)).toBe(true);
    expect(
      wentThrough(() => {
        throw new Error('no network');
      }),
    ).toBe(false);
    expect(said).toHaveBeenCalledWith('no network');
  });
});
