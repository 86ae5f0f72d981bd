import { ChartCard } from '@/components/cards/Card';
import { cardNames } from '@/utils/figures/card-data';
import { dayRange } from '@/utils/figures/format';
import { headline } from '@/utils/figures/insight';
import { locale, say } from '@/utils/say';
import { Notice } from '../ui/Notice';
import { Figures } from './Figures';
import { Header } from './Header';
import { cardPhase, commonFailure, dataOf } from './model/board';
import type { DashboardActions, FiguresModel } from './model/model';
import { RangeBar } from './RangeBar';

/** One person's figures: who, which range, four numbers, three charts. */
export function FiguresPage(props: {
  figures: FiguresModel;
  nowMs: number;
  actions: DashboardActions;
}) {
  const { figures, nowMs, actions } = props;
  const { cards, busy, period } = figures;
  const data = dataOf(cards);
  const failure = figures.failure ?? (busy ? null : commonFailure(cards));
  return (
    <>
      <header class="top">
        <Header who={figures.who} scope={figures.scope} onScope={actions.chooseScope} />
        <RangeBar
          range={figures.range}
          compare={figures.compare}
          nowMs={nowMs}
          onRange={actions.chooseRange}
          onCompare={actions.chooseCompare}
        />
      </header>
      <div class="content">
        {failure && <Notice failure={failure} onAction={actions.onFailure} />}
        <div class="headline">
          <p>
            <strong>{headline(data, period, say, locale())}</strong>{' '}
            <span class="period">{dayRange(period, locale())}</span>
          </p>
        </div>
        <Figures
          data={data}
          aggregation={period.aggregation}
          asOfMs={figures.fetchedAtMs ?? nowMs}
          loading={(name) => cardPhase(cards, name, busy) === 'loading'}
        />
        {cardNames.map((name) => (
          <ChartCard
            key={name}
            name={name}
            figures={figures}
            phase={cardPhase(cards, name, busy)}
            quiet={failure !== null}
            nowMs={nowMs}
            onFailure={actions.onFailure}
            onRunning={actions.chooseRunning}
          />
        ))}
      </div>
    </>
  );
}
