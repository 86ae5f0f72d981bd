import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** How one module takes in another. Types are gone in what is built. */
export type ImportKind = 'static' | 'dynamic' | 'type';

export interface Import {
  from: string;
  to: string;
  kind: ImportKind;
}

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['entrypoints', 'components', 'utils'];

const isTest = (file: string) => /\.test\.tsx?$|\/fake-[\w-]+\.tsx?$/.test(file);

/** All source modules of the product, as paths from the repository's root; tests and fakes left out. */
export function sourceFiles(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
    .filter((file) => /\.tsx?$/.test(file) && !isTest(file))
    .sort();
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:([^'"();]*?)\s*from\s*)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The imports of one module of ours to others of ours, the alias `@/` resolved. */
export function importsOf(file: string): Import[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const found: Import[] = [];
  const add = (specifier: string, kind: ImportKind) => {
    const to = resolve(file, specifier);
    if (to) found.push({ from: file, to, kind });
  };
  for (const [, type, names = '', specifier = ''] of code.matchAll(STATEMENT)) {
    add(specifier, type || onlyTypes(names) ? 'type' : 'static');
  }
  for (const { 1: specifier = '', index } of code.matchAll(DYNAMIC)) {
    // `typeof import('…')` is a type.
    const isType = /\btypeof\s+$/.test(code.slice(0, index));
    add(specifier, isType ? 'type' : 'dynamic');
  }
  return found;
}

/** Whether `{ type A, type B }` names types alone. */
function onlyTypes(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  const parts = inner?.split(',').flatMap((part) => part.trim() || []) ?? [];
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('@/') && !specifier.startsWith('.')) return null;
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : relative(ROOT, join(ROOT, dirname(from), specifier)).replaceAll('\\', '/');
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((file) => /\.tsx?$/.test(file) && existsSync(join(ROOT, file))) ?? null;
}

/** All modules that a module loads with it, itself included: what it imports statically, at any depth. */
export function staticClosure(entry: string): Set<string> {
  const closure = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (closure.has(file)) continue;
    closure.add(file);
    for (const { to, kind } of importsOf(file)) if (kind === 'static') open.push(to);
  }
  return closure;
}
