import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import * as z from 'zod/mini';

const jsonSchema = z.record(z.string(), z.unknown());
const operation = z.object({
  parameters: z.optional(
    z.array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.optional(z.boolean()),
        description: z.optional(z.string()),
        schema: jsonSchema,
      }),
    ),
  ),
  responses: z.record(
    z.string(),
    z.object({
      content: z.optional(
        z.record(
          z.string(),
          z.object({
            schema: z.optional(jsonSchema),
            examples: z.optional(z.record(z.string(), z.object({ value: z.unknown() }))),
          }),
        ),
      ),
    }),
  ),
});
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: jsonSchema }),
});

type Operation = z.infer<typeof operation>;

// The package exports its code only, so its schema has no import path of its own.
const file = new URL('../node_modules/@iblai/iblai-api/sdk_schema.yml', import.meta.url);
const api = document.parse(parse(readFileSync(file, 'utf8')));

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api', components: { schemas: withoutNullable(api.components.schemas) } });

/** OpenAPI 3.0 writes "or null" as a keyword of its own, which JSON Schema does not have. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === '$ref' ? `api${inner}` : withoutNullable(inner),
    ]),
  );
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

function problems(schema: z.infer<typeof jsonSchema>, value: unknown, name: string): string[] {
  const validate: ValidateFunction = ajv.compile(Object(withoutNullable(schema)));
  if (validate(value)) return [];
  return (validate.errors ?? []).map((e) => `${name}${e.instancePath} ${e.message}`);
}

/** The schema's path for a real one, whatever stands before `/api/`; null when it has none. */
export function operationPathOf(pathname: string): string | null {
  const parts = pathname.slice(Math.max(0, pathname.indexOf('/api/'))).split('/');
  const fits = (template: string) => {
    const names = template.split('/');
    return (
      names.length === parts.length &&
      names.every((name, i) => (name.startsWith('{') ? parts[i] !== '' : name === parts[i]))
    );
  };
  // A literal path wins over a parameter, because `…/{id}/` also matches `…/recently-accessed-mentors/`.
  const namesIn = (template: string) => template.split('{').length;
  const fitting = Object.keys(api.paths).filter(fits);
  return fitting.sort((a, b) => namesIn(a) - namesIn(b))[0] ?? null;
}

/**
 * The operation of the vendor's schema behind a path: parameters, schemas of answers, published
 * examples. Throws when the schema has no such operation.
 */
export function operationOf(operationPath: string, method = 'get'): Operation {
  const found = api.paths[operationPath]?.[method];
  if (found === undefined) throw new Error(`The schema has no ${method} ${operationPath}`);
  return found;
}

/** A schema with its reference, if it is one, followed. */
export function resolved(schema: z.infer<typeof jsonSchema>): z.infer<typeof jsonSchema> {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  return name === undefined ? schema : jsonSchema.parse(api.components.schemas[name]);
}

/** Returns the violations of the vendor's schema by a request; empty if it is valid. */
export function validateRequest(method: string, url: URL): string[] {
  const path = operationPathOf(url.pathname);
  const found = path === null ? undefined : api.paths[path]?.[method.toLowerCase()];
  if (found === undefined) return [`no operation ${method} ${url.pathname}`];
  const known = (found.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const names = new Set(known.map(({ name }) => name));
  const unknown = [...url.searchParams.keys()].filter((name) => !names.has(name));
  return [
    ...unknown.map((name) => `${name} is no parameter`),
    ...known.flatMap(({ name, required, schema, description }) => {
      const values = url.searchParams.getAll(name);
      if (values.length > 1) return [`${name} is given ${values.length} times`];
      const [value] = values;
      if (value === undefined) return required ? [`${name} is missing`] : [];
      // The schema types these as plain strings and says the form in words only.
      const asDate = description?.includes('YYYY-MM-DD') ? { format: 'date' } : {};
      return problems({ ...schema, ...asDate }, asTyped(schema, value), name);
    }),
  ];
}

/** A query holds texts only: one that spells a number or a truth value where such is wanted is that. */
function asTyped({ type }: z.infer<typeof jsonSchema>, text: string): unknown {
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  const isNumber = type === 'integer' || type === 'number';
  return isNumber && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/**
 * Returns the violations of the vendor's schema by an answer to a GET; empty if it is valid. A list may come
 * nested in another, as the published example of `user-feedback` does against its own type. Errors
 * have no schema there: whatever they hold is valid.
 */
export function validateAnswer(operationPath: string, status: number, body: unknown): string[] {
  const response = operationOf(operationPath).responses[status];
  if (response === undefined) return status >= 400 ? [] : [`status ${status} is not documented`];
  const schema = response.content?.['application/json']?.schema;
  if (schema === undefined) return [];
  const found = problems(schema, body, 'body');
  const nested =
    schema.type === 'array' && problems({ type: 'array', items: schema }, body, 'body');
  return nested && nested.length === 0 ? [] : found;
}
