import { Card } from '@/components/cards/Card';
import type { CardContext } from '@/components/cards/context';
import { Notice } from '@/components/ui/Notice';
import { headline } from '@/utils/cards/insight';
import { cardPhase, cardsDrawn, cardsMissing, figuresShown, replacedBy } from '@/utils/cards/state';
import { age } from '@/utils/figures/age';
import { dayRange } from '@/utils/figures/format';
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
            <span class="period">{dayRange(period, locale())}</span>
          </p>
        </div>
        <div class="cards">
          {cardsDrawn(cards, places).map((name) => (
            <Card
              key={name}
              name={name}
              state={cards[name]}
              phase={cardPhase(cards, name, busy)}
              context={context}
              shownPeriod={period}
              replaced={replacedBy(cards, name)}
              quiet={failure !== null}
              onFailure={actions.onFailure}
              onRunning={actions.chooseRunning}
            />
          ))}
        </div>
        <NotServed missing={cardsMissing(cards, places)} />
      </div>
    </>
  );
}

const contextOf = (figures: FiguresModel, nowMs: number): CardContext => {
  const { identity = null, range, compare, running, budget } = figures;
  return { whose: whoseOf(figures), identity, range, nowMs, compare, running, budget };
};
