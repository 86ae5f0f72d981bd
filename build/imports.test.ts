import { expect, it } from 'vitest';
import { type Import, type ImportKind, importsOf, sourceFiles } from './import-graph';

const kindOf = (imports: Import[], file: string): ImportKind | undefined =>
  imports.find(({ to }) => to === file)?.kind;

it('sees imports by alias, of types alone, and those that come later', () => {
  const page = importsOf('utils/messages/send.ts');
  expect(kindOf(page, 'utils/deadline.ts')).toBe('static');
  expect(kindOf(importsOf('utils/api/client.ts'), 'utils/api/ask.ts')).toBe('type');
  const later = sourceFiles()
    .flatMap(importsOf)
    .filter(({ kind }) => kind === 'dynamic');
  expect(later.length).toBeGreaterThan(3);
});
