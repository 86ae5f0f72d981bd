import type { CardName } from '@/utils/cards/data';
import type { Missing } from '@/utils/cards/state';
import { cardViews } from '@/utils/cards/view';
import { locale, say } from '@/utils/say';

const TEXTS = {
  'not-served': 'ui_cards_not_served',
  'no-all-time': 'ui_cards_no_all_time',
  forbidden: 'ui_cards_forbidden',
} as const;

/** Names the cards that can't be had here, instead of drawing empty ones; one that is drawn says so itself. */
export function NotServed({ missing, drawn }: { missing: Missing[]; drawn: CardName[] }) {
  if (missing.length === 0) return null;
  const named = missing.filter(({ name }) => !drawn.includes(name));
  const sentences = (['not-served', 'no-all-time', 'forbidden'] as const).flatMap((why) => {
    const names = named.filter((one) => one.why === why).map(({ name }) => name);
    return names.length === 0 ? [] : [say(TEXTS[why], inWords(names.map(titleOf)))];
  });
  return (
    <p
      class="card-note"
      data-not-served={missing.map(({ name }) => name).join(' ')}
      hidden={sentences.length === 0}
    >
      {sentences.join(' ')}
    </p>
  );
}

const titleOf = (name: CardName): string => say(cardViews[name].title);

const inWords = (names: string[]): string => new Intl.ListFormat(locale()).format(names);
