/** The data of a planned release. */
export interface Release {
  /** The tag that starts the release; null in a trial run. */
  tag: string | null;
  version: string;
  changelog: string;
  /** The version in the manifest of each archive, by the archive's name; null where it has none. */
  archives: Record<string, string | null>;
}

const STORES = ['chrome', 'edge', 'firefox'];

/** Returns all reasons against a release as sentences; empty if there is none. */
export function objections({ tag, version, changelog, archives }: Release): string[] {
  const found: string[] = [];
  if (tag !== null && tag !== `v${version}`) {
    found.push(`The tag is ${tag}, but package.json says ${version}.`);
  }
  if (
    !changelog.split('\n').some((line) => line.split(' ').slice(0, 2).join(' ') === `## ${version}`)
  ) {
    found.push(`CHANGELOG.md has no section ${version}.`);
  }
  for (const store of [...STORES, 'sources']) {
    const names = Object.keys(archives).filter((name) => name.endsWith(`-${store}.zip`));
    const [name] = names;
    if (names.length !== 1 || !name) {
      found.push(`There are ${names.length} archives for ${store}: there has to be one.`);
    } else if (STORES.includes(store) && archives[name] !== version) {
      found.push(`${name} holds version ${archives[name]}, not ${version}.`);
    }
  }
  return found;
}
