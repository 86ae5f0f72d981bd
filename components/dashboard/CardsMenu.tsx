import { Menu } from '@/components/ui/Menu';
import { type CardName, cardNames } from '@/utils/cards/data';
import { cardViews } from '@/utils/cards/view';
import { say } from '@/utils/say';
import type { ChosenCards } from './model/chosen';

/** Shows, hides and orders the cards of this place; the shown ones stand first, as they are ordered. */
export function CardsMenu(props: {
  chosen: ChosenCards;
  onCards: (names: readonly CardName[]) => void;
}) {
  const { chosen, onCards } = props;
  const { names } = chosen;
  const hidden = cardNames.filter((name) => !names.includes(name));
  const titleOf = (name: CardName) => say(cardViews[name].title);
  return (
    <Menu
      label={say('ui_cards')}
      icon="cards"
      note={chosen.isRuled ? say('ui_cards_ruled') : undefined}
      items={[...names, ...hidden].map((name) => {
        const at = names.indexOf(name);
        const isLast = at >= 0 && names.length === 1;
        return {
          label: titleOf(name),
          checked: at >= 0,
          disabled: chosen.isRuled || isLast,
          onChoose: () =>
            onCards(at < 0 ? [...names, name] : names.filter((other) => other !== name)),
          ...(at > 0 && !chosen.isRuled
            ? {
                up: {
                  label: say('ui_cards_up', titleOf(name)),
                  onChoose: () => onCards(movedUp(names, at)),
                },
              }
            : {}),
        };
      })}
    />
  );
}

function movedUp(names: readonly CardName[], at: number): CardName[] {
  const before = names.slice(0, at - 1);
  return [
    ...before,
    ...names.slice(at, at + 1),
    ...names.slice(at - 1, at),
    ...names.slice(at + 1),
  ];
}
