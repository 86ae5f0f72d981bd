import { afterAll, beforeAll, beforeEach } from 'vitest';
import * as z from 'zod/mini';
import { apiKeyOf, MENTORS } from '../data/organizations';
import { expectedGen2, type Gen2Figures, type Gen2Wanted } from '../expected/gen2';
import { ask, type Heard } from '../server/ask';
import { type Demo, startDemo } from '../server/server';

/** The period in tests of the second generation: twenty days of Acme, the last one not yet over. */
export const NOW_MS = Date.UTC(2026, 2, 20, 12, 30);
export const DAYS = 'date_filter=custom&start_date=2026-03-01&end_date=2026-03-20';
export const INSTANTS = 'start_date=2026-03-01T00:00:00Z&end_date=2026-03-20T12:30:00Z';
export const START_MS = Date.UTC(2026, 2, 1);
export const TUTOR = MENTORS[0]?.id ?? '';

const BASE = 'https://base.manager.iblai.app/api';
export const ANALYTICS = `${BASE}/analytics`;
export const FIRST = `${BASE}/ai-analytics/orgs/acme/users/ada`;
export const COSTS = `${FIRST}/costs`;

/** A series, its values as numbers whether they came as such or as texts. */
export const points = z.array(z.object({ date: z.string(), value: z.coerce.number() }));

interface Asking {
  demo: () => Demo;
  get: (url: string, user?: string) => Promise<Heard>;
  read: <T extends z.ZodMiniType>(schema: T, url: string) => Promise<z.infer<T>>;
}

/** A demo of both generations for the tests of one file. */
export function askBoth(): Asking {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo({ nowMs: () => NOW_MS, generation: 'both' });
  });
  beforeEach(() => demo.control.reset());
  afterAll(() => demo.close());
  const get = (url: string, user = 'ada') =>
    ask(demo.httpsPort, url, `Api-Token ${apiKeyOf('acme', user)}`);
  return {
    demo: () => demo,
    get,
    read: async (schema, url) => schema.parse((await get(url)).json),
  };
}

/** The expected answers for those days. */
export function expected(more: Partial<Gen2Wanted> = {}): Gen2Figures {
  const days = { startMs: START_MS, endMs: Date.UTC(2026, 2, 21) };
  return expectedGen2({ orgKey: 'acme', nowMs: NOW_MS, ...days, ...more });
}
