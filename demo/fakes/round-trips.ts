import { resolveMentor } from '@/entrypoints/background/lookups/mentor';
import { kpis } from '@/utils/cards/kpis';
import { cardsShown, figuresShown } from '@/utils/cards/state';
import type { Range } from '@/utils/figures/time/range';
import type { Generation } from '../server/control';
import { demoDeps } from './demo-dependencies';
import { inWaves } from './waves';
import { query } from './worker-dependencies';

/** What is known as a reading begins. */
interface World {
  generation: Generation;
  /** Whether another organization's figures, or this one's of another range, were asked before. */
  isKnown: boolean;
  range?: Range;
  /** Connections of a browser to the host. */
  atOnce?: number;
}

/**
 * For tests and the benchmark: the round trips of a first reading until figures, bars and everything
 * stand in the store, and its calls.
 */
export async function roundTrips({ generation, isKnown, range = { kind: '30d' }, atOnce }: World) {
  const deps = await demoDeps(generation);
  if (isKnown) {
    await deps.worker()({ ...query, user: 'grace', keyOwner: 'ada', range });
    deps.requests.length = 0;
  }
  const api = inWaves(deps.state.reply, atOnce);
  deps.state.reply = api.reply;
  const refreshing = deps.refreshDeps();
  // The agent's name is asked beside the figures, as a page that opens does.
  const name = resolveMentor(
    { ...refreshing, readCached: async () => null, writeCached: async () => undefined },
    { ...query, keyOwner: 'ada', idOrSlug: 'calculus-tutor' },
  );
  const refreshed = deps.worker()({ ...query, keyOwner: 'ada', range });
  const cards = () => deps.cards({ range });
  const counted = await api.count(Promise.all([name, refreshed]), {
    figures: () =>
      cardsShown(cards()).every((card) => cards()[card]?.data) &&
      Object.values(kpis(figuresShown(cards()))).filter(({ value }) => value !== null).length >=
        cardsShown(cards()).length,
    bars: () => cards().cost?.data?.spans.every(({ cost }) => cost !== null) === true,
    someBars: () => cards().cost?.data?.spans.some(({ cost }) => cost !== null) === true,
  });
  await deps.demo.close();
  return { ...counted, calls: deps.requests.length };
}
