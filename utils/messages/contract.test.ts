import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { schemas } from './contract';

it.each(Object.entries(schemas))('%s has no place for an API key', (_command, { args, value }) => {
  const fields = [args, value].flatMap((schema) => [
    ...JSON.stringify(z.toJSONSchema(schema)).matchAll(/"(\w+)":\{/g),
  ]);
  expect(fields.length).toBeGreaterThan(0);
  const about = fields
    .map(([, name = '']) => name)
    .filter((name) => /key|token|secret/i.test(name));
  // The fingerprint of a key, its owner, and the owner's organization.
  for (const name of about) expect(['keyFingerprint', 'keyOwner', 'keyOrg']).toContain(name);
});
