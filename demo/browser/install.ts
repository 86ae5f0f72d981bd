import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that is on the PATH, with its folder; null when none is. */
export function programOnPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => existsSync(file)) ?? null;
}

/** The program that an environment variable names; throws when there is no such file. */
export function programOfVariable(variable: string): string | null {
  const file = process.env[variable];
  if (!file) return null;
  if (!existsSync(file)) throw new Error(`${variable} names ${file}, which does not exist`);
  return file;
}

/** Debian's installer, where this machine has it and lets us; else null. */
export function aptGetAsRoot(): string | null {
  return process.getuid?.() === 0 ? programOnPath('apt-get') : null;
}

/** Installs Debian packages; throws with apt's own words when it cannot. */
export function installWithApt(aptGet: string, ...packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync(aptGet, ['update'], { env, stdio: 'inherit' });
  execFileSync(aptGet, ['install', '-y', '--no-install-recommends', ...packages], {
    env,
    stdio: 'inherit',
  });
}

/** Runs an installation and tells whether it went through. Its output is shown as it comes. */
export function wentThrough(install: () => void): boolean {
  try {
    install();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}
