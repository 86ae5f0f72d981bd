import { expect, it } from 'vitest';
import { DAY_MS } from '@/utils/figures/time/range';
import { exportedCard } from './exported';
import { costOf, cutWeeks, exampleCohorts, feedbackOf, START_MS, sayEnglish } from './fake-figures';

const context = {
  whose: { organization: 'acme', user: 'ada', agent: 'tutor' },
  compare: true,
  say: sayEnglish,
  locale: 'en',
};

it('has each figure by the name of its headline, each bucket by its bounds, and nothing made up', () => {
  const card = exportedCard('cohorts', exampleCohorts, START_MS, { ...context, compare: false });
  expect(card).toMatchObject({
    card: 'cohorts',
    startMs: START_MS,
    before: null,
    figures: [
      { name: 'new-users', unit: 'users', label: 'New users', overall: 7, overallBefore: null },
      { name: 'veteran-users', before: null },
    ],
  });
  expect(card.figures[1]?.points).toEqual([
    { startMs: START_MS, endMs: START_MS + DAY_MS, value: 6 },
    { startMs: START_MS + DAY_MS, endMs: START_MS + 2 * DAY_MS, value: null },
    { startMs: START_MS + 2 * DAY_MS, endMs: START_MS + 3 * DAY_MS, value: 3 },
  ]);
});

it('says of each card whose figures it holds, and over what time they are compared', () => {
  expect(exportedCard('cohorts', exampleCohorts, START_MS, context).scope).toEqual({
    organization: 'acme',
    user: null,
    agent: 'tutor',
  });
  const whose = { ...context.whose, base: 'api.example.edu' };
  expect(exportedCard('cohorts', exampleCohorts, START_MS, { ...context, whose }).scope).toEqual({
    organization: 'acme',
    base: 'api.example.edu',
    user: null,
    agent: 'tutor',
  });
  const cost = costOf([1, 2]);
  const precedingSpans = cost.spans.map(({ startMs, endMs }) => ({
    startMs: startMs - 2 * DAY_MS,
    endMs: endMs - 2 * DAY_MS,
    cost: 5,
  }));
  const card = exportedCard('cost', { ...cost, precedingSpans }, START_MS, context);
  expect(card.scope).toEqual({ organization: 'acme', user: 'ada', agent: null });
  expect(card.before).toEqual({ startMs: START_MS - 2 * DAY_MS, endMs: START_MS });
  expect(card.figures[0]?.before?.map(({ value }) => value)).toEqual([5, 5]);
  const ofMentor = { ...cost, ofMentor: true };
  expect(exportedCard('cost', ofMentor, START_MS, context).scope.agent).toBe('tutor');
});

it('has what there was before of the whole time alone, not of the days that have ended', () => {
  const over = feedbackOf([3, 2, 0], 4);
  const running = { ...over, asOfMs: over.asOfMs - DAY_MS / 2 };
  const [ended, part] = [over, running].map((data) =>
    exportedCard('feedback', data, data.asOfMs, context).figures.at(0),
  );
  // Nothing on the running day so far: two days have the same sum as three.
  expect(part).toMatchObject({ overall: 5, compared: { value: 5 }, overallBefore: null });
  expect(ended).toMatchObject({ overall: 5, compared: { value: 5 }, overallBefore: 4 });
});

it('bounds a week that the range cuts by the days that are counted, before as now', () => {
  const data = cutWeeks();
  const card = exportedCard('feedback', data, data.asOfMs, context);
  const [figure] = card.figures;
  const { startMs, endMs } = data.period;
  expect([figure?.points[0]?.startMs, figure?.points.at(-1)?.endMs]).toEqual([startMs, endMs]);
  expect(card.before).toEqual({ startMs: startMs - 21 * DAY_MS, endMs: startMs });
});
