// @vitest-environment node
import { expect, it } from 'vitest';
import { inProcessDeps } from '@/demo/fakes/in-process-dependencies';
import { cardNames, chosenCards } from '@/utils/cards/data';
import { resolveMentor } from '../lookups/mentor';

const MINUTE_MS = 60_000;
const mentor = {
  ...{ readCached: async () => null, writeCached: async () => undefined },
};

/** The second generation, and how many calls an opening of the panel costs with these cards. */
function panelWith(cards: ReturnType<typeof chosenCards>) {
  const deps = inProcessDeps('2', 'acme');
  return {
    deps,
    /** All cards over a range; also the name of the agent, where nobody knows it. */
    async calls(kind: '7d' | '30d', isNamed = false) {
      const from = deps.requests.length;
      const named = { ...deps.ask, idOrSlug: 'calculus-tutor' };
      if (!isNamed) await resolveMentor({ ...deps.refreshDeps(), ...mentor }, named);
      await deps.worker()({ ...deps.ask, range: { kind }, cards });
      return deps.requests.length - from;
    },
  };
}

it.each([
  ['as it is by default', chosenCards('panel', null)],
  ['with all cards', cardNames],
])('the panel %s costs sixteen calls, none within five minutes', async (_, cards) => {
  const { deps, calls } = panelWith(cards);
  // Three calls find out what the deployment lacks; what is compared beside the headline waits instead.
  expect(await calls('30d')).toBe(16);
  deps.state.nowMs += 4 * MINUTE_MS;
  expect(await calls('30d', true)).toBe(0);
  expect(await calls('7d')).toBe(16);
  // Days that have ended are not compared again: of people, of costs and of topics.
  deps.state.nowMs += 6 * MINUTE_MS;
  expect(await calls('30d', true)).toBe(12);
  deps.state.nowMs += 6 * MINUTE_MS;
  expect(await calls('30d', true)).toBe(10);
});
