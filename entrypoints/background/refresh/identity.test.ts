import fc from 'fast-check';
import { expect, it } from 'vitest';
import { json } from '@/demo/fakes/fake-api';
import { fakeDeps, query, settle, startMs } from '@/demo/fakes/worker-dependencies';
import type { CardStates } from '@/utils/cards/state';
import { periodOf } from '@/utils/figures/time/period';
import { DAY_MS, type Range } from '@/utils/figures/time/range';

const USERS = ['ada', 'bob'];
const KEYS = ['key-1', 'key-2'];
const MENTORS = [null, 'm-1', 'm-2'];
const RANGES: Range[] = [{ kind: '7d' }, { kind: '30d' }];

/** Every figure of an answer is one number, which tells whose it is. */
const mark = (user: string | null, key: string, mentor: string | null) =>
  1 + USERS.indexOf(user ?? '') + 10 * KEYS.indexOf(key) + 100 * MENTORS.indexOf(mentor);

function marked(url: URL, request: Request): Response {
  const key = request.headers.get('authorization')?.split(' ').at(-1) ?? '';
  const user = url.searchParams.get('username') ?? url.pathname.split('/')[6] ?? '';
  // By the day: what is known of days may be put together for longer spans.
  const at = (name: string) => Date.parse(url.searchParams.get(name) ?? '');
  const days = (at('end_date') - at('start_date')) / DAY_MS;
  if (url.pathname.endsWith('-cost/')) return json({ total_cost: mark(user, key, null) * days });
  if (url.pathname.endsWith('/cost/')) return json({ total_cost: mark(user, key, 'm-1') });
  const own = mark(user, key, url.searchParams.get('mentor_id'));
  const day = url.searchParams.get('start_date') ?? '';
  if (url.pathname.endsWith('/user-feedback/'))
    return json([[{ period: day, feedback_count: own }]]);
  return json({ periods: [day], new_users: [own], veteran_users: [own] });
}

const perDay = (cost: number | null, { startMs, endMs }: { startMs: number; endMs: number }) =>
  cost && (cost * DAY_MS) / (endMs - startMs);

/** Every figure that cards hold, and whose it has to be. */
function figuresIn({ cohorts, cost, feedback }: CardStates) {
  const known = (values: (number | null | undefined)[]) => values.filter((value) => value);
  return {
    group: known([
      ...(cohorts?.data?.points ?? []).flatMap((point) => [point.newUsers, point.veteranUsers]),
      ...(cohorts?.data?.preceding?.points ?? []).map((point) => point.newUsers),
      ...(feedback?.data?.points ?? []).map((point) => point.count),
    ]),
    person: known([
      cost?.data && perDay(cost.data.total, cost.data.period),
      ...(cost?.data?.spans ?? []).map((span) => perDay(span.cost, span)),
    ]),
    periods: [cohorts, cost, feedback].flatMap((card) => (card?.data ? [card.data.period] : [])),
  };
}

const asked = fc.record({
  kind: fc.constant('ask' as const),
  user: fc.constantFrom(...USERS),
  mentorId: fc.constantFrom(...MENTORS),
  range: fc.constantFrom(...RANGES),
  newerThanMs: fc.constantFrom(null, startMs),
});
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: asked },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('key' as const),
        key: fc.constantFrom(null, ...KEYS),
      }),
    },
  ),
  { minLength: 2, maxLength: 8 },
);

it('writes each figure for exactly whom it is about, whatever the order, and none for a deleted key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps, async (scheduler, plan) => {
      const deps = fakeDeps((url, _count, request) => marked(url, request));
      let life = { alive: true };
      let killedSinceKey = false;
      const answered: { user: string; mentorId: string | null; range: Range }[] = [];
      const begin = () => {
        const mine = life;
        return deps.worker(async (what) => {
          await scheduler.schedule(Promise.resolve(), what);
          if (!mine.alive) await new Promise(() => undefined);
        });
      };
      let refresh = begin();
      scheduler.scheduleSequence(
        plan.map((step) => async () => {
          switch (step.kind) {
            case 'ask':
              refresh({ ...query, ...step }).then(({ ok }) => ok && answered.push(step));
              return;
            case 'kill':
              life.alive = false;
              life = { alive: true };
              killedSinceKey = true;
              refresh = begin();
              return;
            case 'key':
              // As deleting does it: the key first, the cache some time later.
              deps.state.key = step.key;
              killedSinceKey = false;
              void scheduler.schedule(Promise.resolve(), 'empty the cache').then(() => {
                deps.snapshots.clear();
                deps.spans.clear();
              });
          }
        }),
      );
      for (let idle = 0; idle < 3; idle += 1) {
        while (scheduler.count() > 0) await scheduler.waitIdle();
        await settle();
      }

      if (plan.every(({ kind }) => kind !== 'key')) {
        for (const one of answered) expect(Object.keys(deps.cards(one))).toHaveLength(3);
      }
      for (const [name, cards] of deps.snapshots) {
        const [, , user, mentorId, key] = JSON.parse(name.slice(0, name.lastIndexOf(']') + 1));
        const figures = figuresIn(cards);
        for (const figure of figures.group) expect(figure).toBe(mark(user, key, mentorId));
        for (const figure of figures.person) expect(figure).toBe(mark(user, key, null));
        const range = RANGES.find((one) => name.includes(one.kind));
        for (const period of figures.periods)
          expect(period).toEqual(range && periodOf(range, startMs));
        if (!killedSinceKey) expect(key).toBe(deps.state.key);
      }
      for (const [name, cost] of deps.spans) {
        const [, , user, , key] = JSON.parse(name.slice(0, name.lastIndexOf(']') + 1));
        const [from = 0, to = 0] = name.split(' ').slice(-2).map(Number);
        expect(perDay(cost, { startMs: from, endMs: to })).toBe(mark(user, key, null));
        if (!killedSinceKey) expect(key).toBe(deps.state.key);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
