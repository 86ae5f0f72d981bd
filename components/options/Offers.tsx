import type { TextKey } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';
import { say } from '@/utils/say';

type Offer = NonNullable<ConnectionReport['offers']>[number];

const names: Record<Offer, TextKey> = {
  cohorts: 'options_serves_cohorts',
  users: 'options_serves_users',
  cost: 'options_serves_cost',
  financial: 'options_serves_financial',
  breakdown: 'options_serves_breakdown',
  feedback: 'options_serves_feedback',
  ratings: 'options_serves_ratings',
};

/** Shows the generation of the API that was found in a deployment, and the figures it offers. */
export function Offers({ offers = [], lacks = [] }: ConnectionReport) {
  const generation = generationOf(offers, lacks);
  return (
    <>
      {generation && <p data-generation={generation}>{say(`options_generation_${generation}`)}</p>}
      {offers.length > 0 && <p>{say('options_serves', written(offers))}</p>}
      {offers.length > 0 && lacks.length > 0 && <p>{say('options_serves_not', written(lacks))}</p>}
    </>
  );
}

const FIRST: Offer[] = ['cohorts', 'cost', 'feedback'];
const SECOND: Offer[] = ['users', 'financial', 'ratings'];

/** Returns the generation that was found; null where too few operations have answered. */
function generationOf(offers: Offer[], lacks: Offer[]) {
  const isFirst = FIRST.some((name) => offers.includes(name));
  const isSecond = SECOND.some((name) => offers.includes(name));
  if (isFirst && isSecond) return 'both';
  if (isFirst) return 'first';
  if (isSecond) return 'second';
  return [...FIRST, ...SECOND].every((name) => lacks.includes(name)) ? 'neither' : null;
}

const written = (offers: Offer[]) => offers.map((name) => say(names[name])).join(', ');
