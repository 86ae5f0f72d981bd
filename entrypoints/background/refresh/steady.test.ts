// @vitest-environment node
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { DOUBLED_FROM_MS } from '@/demo/data/steady';
import { ANY_AGGREGATION, inProcessDeps } from '@/demo/fakes/in-process-dependencies';
import { type CardName, cardNames, shownCards } from '@/utils/cards/data';
import { sayEnglish } from '@/utils/cards/fake-figures';
import { headline } from '@/utils/cards/insight';
import { kpis } from '@/utils/cards/kpis';
import { figuresShown } from '@/utils/cards/state';
import { growthSentence } from '@/utils/cards/topics/view';
import { percentChange } from '@/utils/figures/text/format';
import { DAY_MS, PRESETS, type Range } from '@/utils/figures/time/range';

const MINUTE_MS = 60_000;
const GENERATIONS = ['1', '2', 'both'] as const;

/** Returns the figures that a worker with empty stores shows for a range at an instant. */
async function shown(
  generation: (typeof GENERATIONS)[number],
  range: Range,
  nowMs: number,
  org: 'steady' | 'doubled' = 'steady',
  cards: readonly CardName[] = cardNames,
) {
  const deps = inProcessDeps(generation, org);
  deps.state.nowMs = nowMs;
  // Nothing is compared beside the headline while nothing is known of a deployment.
  if (cards !== shownCards) await deps.worker()({ ...deps.ask, range: { kind: '24h' }, cards });
  await deps.worker()({ ...deps.ask, range, cards });
  const { org: asked, user } = deps.ask;
  return figuresShown(deps.cards({ org: asked, user, range }), cards);
}
const changesOf = (figures: Awaited<ReturnType<typeof shown>>) =>
  Object.entries(kpis(figures)).flatMap(([name, { change }]) =>
    change === null ? [] : [[name, percentChange(change, 'en')]],
  );

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** Any minute, and more often those where a day, a month or a clock changes. */
const anyMinute = fc
  .oneof(
    // Twelve months and those before reach two years back, and the demo begins in January 2023.
    fc.integer({ min: Date.UTC(2025, 1, 1), max: Date.UTC(2028, 5, 1) }),
    fc
      .tuple(
        fc.constantFrom(
          Date.UTC(2026, 2, 8, 7), // New York's clocks go forward
          Date.UTC(2026, 9, 25, 1), // Madrid's go back
          Date.UTC(2026, 2, 1),
          Date.UTC(2026, 2, 31),
          Date.UTC(2028, 2, 1),
          Date.UTC(2027, 0, 1),
          Date.UTC(2026, 10, 30, 23),
        ),
        fc.integer({ min: -120, max: 180 }),
      )
      .map(([ms, minutes]) => ms + minutes * MINUTE_MS),
  )
  .map((ms) => Math.floor(ms / MINUTE_MS) * MINUTE_MS);
const anyRange = (nowMs: number): fc.Arbitrary<Range> =>
  fc
    .tuple(
      fc.oneof(
        // All time is compared with nothing.
        fc.constantFrom(...PRESETS.filter((kind) => kind !== 'all')).map((kind) => ({ kind })),
        fc
          .tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 45 }))
          .map(([back, length]) => ({
            kind: 'custom' as const,
            from: day(nowMs - (back + length) * DAY_MS),
            to: day(nowMs - back * DAY_MS),
          })),
      ),
      fc.constantFrom(...ANY_AGGREGATION),
    )
    .map(([range, aggregation]) => (aggregation ? { ...range, aggregation } : range));
const asked = anyMinute.chain((nowMs) => anyRange(nowMs).map((range) => ({ nowMs, range })));

const ownZone = process.env.TZ;
afterAll(() => {
  process.env.TZ = ownZone;
});

describe.each(GENERATIONS)('where every day is the same, generation %s', (generation) => {
  it.each([
    'UTC',
    'America/New_York',
    'Asia/Kolkata',
  ])('nothing has changed, over any range, at any minute, in any buckets, in %s', async (zone) => {
    process.env.TZ = zone;
    await fc.assert(
      fc.asyncProperty(asked, async ({ nowMs, range }) => {
        const figures = await shown(generation, range, nowMs, 'steady', shownCards);
        for (const [name, change] of changesOf(figures)) {
          expect([name, change]).toEqual([name, '=']);
        }
        expect(headline(figures, sayEnglish, 'en')).toBeNull();
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('nothing has changed in what people talk about either', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ nowMs, range }) => {
        const names = ['conversations', 'topics'] as const;
        const figures = await shown(generation, range, nowMs, 'steady', names);
        for (const [name, change] of changesOf(figures)) {
          expect([name, change]).toEqual([name, '=']);
        }
        expect(figures.topics && growthSentence(figures.topics, sayEnglish, 'en')).toBeFalsy();
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it.each([
    '2026-03-20T00:10Z',
    '2026-03-20T08:00Z',
    '2026-03-20T16:30Z',
    '2026-03-20T23:50Z',
  ])('all of its figures are compared, at %s', async (now) => {
    const figures = await shown(generation, { kind: '7d' }, Date.parse(now));
    const compared = Object.fromEntries(changesOf(figures));
    const first = { 'new-users': '=', 'veteran-users': '=', feedback: '=' };
    const second = { 'active-users': '=', 'average-rating': '=' };
    expect(compared).toEqual({
      ...{ cost: '=', conversations: '=', sessions: '=' },
      ...(generation === '2' ? {} : first),
      ...(generation === '1' ? {} : second),
    });
  });

  it('nothing is compared on the first of a month, as none of its days has ended', async () => {
    const now = Date.parse('2026-03-01T16:30Z');
    expect(changesOf(await shown(generation, { kind: 'this-month' }, now))).toEqual([]);
  });
});

describe.each(
  GENERATIONS,
)('where everything doubled with the range, generation %s', (generation) => {
  it.each(['00:10', '08:00', '16:30', '23:50'])('everything says so, at %s UTC', async (time) => {
    const nowMs = DOUBLED_FROM_MS + 6 * DAY_MS + Date.parse(`1970-01-01T${time}Z`);
    const figures = await shown(generation, { kind: '7d' }, nowMs, 'doubled');
    const changes = changesOf(figures).filter(([name]) => name !== 'average-rating');
    expect(changes.length).toBeGreaterThan(1);
    for (const [name, change] of changes) expect([name, change]).toEqual([name, '+100%']);
    expect(headline(figures, sayEnglish, 'en')).toMatch(
      /up 100% on the same part of the 7 days before/,
    );
    // Each topic has a third of it; those of who registers have doubled too, but grew by less.
    expect(figures.topics && growthSentence(figures.topics, sayEnglish, 'en')).toMatch(
      /grew most: \+100% on the same part of the 7 days before/,
    );
  });
});
