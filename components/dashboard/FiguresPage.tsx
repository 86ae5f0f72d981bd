import { Card } from '@/components/cards/Card';
import type { CardContext } from '@/components/cards/context';
import { knowBoard } from '@/components/charts/size';
import { Notice } from '@/components/ui/Notice';
import { headline } from '@/utils/cards/insight';
import { cardPhase, cardsDrawn, cardsMissing, figuresShown, replacedBy } from '@/utils/cards/state';
import { dayRange } from '@/utils/figures/text/format';
import { age } from '@/utils/figures/time/age';
import { locale, say } from '@/utils/say';
import { Header } from './Header';
import { commonFailure } from './model/board';
import type { DashboardActions, FiguresModel } from './model/model';
import { whoseOf } from './model/whose';
import { NotServed } from './NotServed';
import { RangeBar } from './RangeBar';

/** One person's figures: who, which range, the headline figures, the charts. */
export function FiguresPage(props: {
  figures: FiguresModel;
  nowMs: number;
  actions: DashboardActions;
}) {
  const { figures, nowMs, actions } = props;
  const { cards, busy, period, chosen } = figures;
  const places = chosen.names;
  const failure = figures.failure ?? (busy ? null : commonFailure(cards, places));
  const { fetchedAtMs } = figures;
  const known = fetchedAtMs === null ? null : age(Math.max(0, nowMs - fetchedAtMs), locale());
  const context = contextOf(figures, nowMs);
  const drawn = cardsDrawn(cards, places);
  // Nothing is known and the reason stands above: no card has more to say than its name.
  const isList =
    failure !== null && drawn.every((name) => cardPhase(cards, name, busy) === 'error');
  knowBoard({ cards: drawn.length, besidesPx: besidesPx(figures, failure !== null) });
  return (
    <>
      <header class="top">
        <Header
          who={figures.who}
          scope={figures.scope}
          onScope={actions.chooseScope}
          activeNow={figures.activeNow}
        />
        <RangeBar
          range={figures.range}
          compare={figures.compare}
          nowMs={nowMs}
          onRange={actions.chooseRange}
          onCompare={actions.chooseCompare}
        />
      </header>
      <div class="content">
        {failure && <Notice failure={failure} known={known} onAction={actions.onFailure} />}
        <div class="headline">
          <p>
            <strong>{headline(figuresShown(cards, places), say, locale())}</strong>{' '}
            <span class="period">{dayRange(period, say, locale())}</span>
          </p>
        </div>
        <div class={isList ? 'cards list' : 'cards'}>
          {drawn.map((name) => (
            <Card
              key={name}
              name={name}
              state={cards[name]}
              phase={cardPhase(cards, name, busy)}
              context={context}
              shownPeriod={period}
              replaced={replacedBy(cards, name, places)}
              // What failed before is not said again while it is asked for anew.
              quiet={failure !== null || busy}
              onFailure={actions.onFailure}
              onRunning={actions.chooseRunning}
            />
          ))}
        </div>
        <NotServed missing={cardsMissing(cards, places)} drawn={drawn} />
      </div>
    </>
  );
}

/** About how high what stands besides cards and controls is, in CSS pixels. */
function besidesPx(figures: FiguresModel, hasFailed: boolean): number {
  const { source, budget, fetchedAtMs, period } = figures;
  const parts = [
    [source === 'sample', 37],
    [budget !== null, 44],
    // The note that months show their average day.
    [period.aggregation === 'monthly', 23],
    // The sentence, and below it how old what is still shown is.
    [hasFailed, fetchedAtMs === null ? 64 : 97],
  ] as const;
  return parts.reduce((sum, [isThere, px]) => sum + (isThere ? px : 0), 0);
}

const contextOf = (figures: FiguresModel, nowMs: number): CardContext => {
  const { identity = null, range, busy, compare, running, budget } = figures;
  return { whose: whoseOf(figures), identity, range, nowMs, busy, compare, running, budget };
};
