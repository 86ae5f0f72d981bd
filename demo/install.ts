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

/** Whether this machine lets us install Debian packages. */
export function hasAptAsRoot(): boolean {
  return process.getuid?.() === 0 && programOnPath('apt-get') !== null;
}

/** Installs Debian packages; throws with apt's own words when it cannot. */
export function installWithApt(...packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update'], { env, stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
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
