import type { Missing } from '@/utils/cards/state';
import { cardViews } from '@/utils/cards/view';
import { locale, say } from '@/utils/say';

const TEXTS = { 'not-served': 'ui_cards_not_served', forbidden: 'ui_cards_forbidden' } as const;

/** Names the cards that can't be had here, instead of drawing empty ones. */
export function NotServed({ missing }: { missing: Missing[] }) {
  const sentences = (['not-served', 'forbidden'] as const).flatMap((why) => {
    const names = missing.filter((one) => one.why === why).map(({ name }) => name);
    return names.length === 0 ? [] : [say(TEXTS[why], inWords(names.map(titleOf)))];
  });
  if (sentences.length === 0) return null;
  return (
    <p class="card-note" data-not-served={missing.map(({ name }) => name).join(' ')}>
      {sentences.join(' ')}
    </p>
  );
}

const titleOf = (name: Missing['name']): string => say(cardViews[name].title);

const inWords = (names: string[]): string => new Intl.ListFormat(locale()).format(names);
