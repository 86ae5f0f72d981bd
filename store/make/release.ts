/** What is about to be released. */
export interface Release {
  /** The tag that asks for it; null where it is only tried. */
  tag: string | null;
  version: string;
  changelog: string;
  /** The version in the manifest of each archive, by the archive's name; null where it has none. */
  archives: Record<string, string | null>;
}

const STORES = ['chrome', 'edge', 'firefox'];

/** Everything that speaks against a release, in words; empty where nothing does. */
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
