import { useMemo } from 'preact/hooks';
import type { Phase } from '@/components/dashboard/model/board';
import type { FiguresModel } from '@/components/dashboard/model/model';
import { lazy } from '@/components/ui/lazy';
import { FailureText, type OnFailureAction } from '@/components/ui/Notice';
import type { CardName } from '@/utils/figures/card-data';
import { HOUR_MS } from '@/utils/figures/range';
import { locale, say } from '@/utils/say';
import { Legend } from '../charts/Legend';
import { Plot } from '../charts/Plot';
import { plotHeight } from '../charts/size';
import { TableView } from '../charts/TableView';
import { BudgetLine } from './BudgetLine';
import { CardNotes } from './CardNotes';
import { chartOf, drawsPreceding, scopeOf, summaryOf } from './card-chart';
import { OtherFigures } from './OtherFigures';
import { SpentOn } from './SpentOn';
import { titleOf } from './title';

const CardTable = lazy(async () => (await import('@/components/dashboard/rest')).rest.CardTable);

interface CardProps {
  name: CardName;
  figures: FiguresModel;
  phase: Phase;
  /** The failure is said above already, for all cards. */
  quiet: boolean;
  nowMs: number;
  onFailure: OnFailureAction;
  onRunning: (running: boolean) => void;
}

/** One card: what is counted and about whom, the chart, and the table behind it. */
export function ChartCard(props: CardProps) {
  const { name, figures, phase } = props;
  const data = figures.cards[name]?.data;
  const cost = figures.cards.cost?.data;
  return (
    <section class="card" data-card={name} data-state={phase} aria-labelledby={`card-${name}`}>
      <div class="card-head">
        <h2 id={`card-${name}`}>{say(titleOf(name, data))}</h2>
        <Legend
          name={name}
          data={data}
          compare={phase === 'ready' && drawsPreceding(name, figures)}
        />
      </div>
      <div class="card-line">
        <p class="card-scope">{scopeOf(name, figures)}</p>
        {name === 'cost' && (
          <label class="switch" data-tone="running" title={say('ui_running_long')}>
            <input
              type="checkbox"
              checked={figures.running}
              onChange={(event) => props.onRunning(event.currentTarget.checked)}
            />
            {figures.running && <span class="swatch" />}
            {say('ui_running')}
          </label>
        )}
      </div>
      {phase === 'ready' ? <Chart {...props} /> : <Blank {...props} />}
      {data && <OtherFigures name={name} data={data} />}
      {name === 'cost' && figures.budget && <BudgetLine {...figures.budget} nowMs={props.nowMs} />}
      {data && <CardNotes {...props} />}
      {name === 'cost' && cost && phase === 'ready' && (
        <SpentOn data={cost} identity={figures.identity ?? null} onFailure={props.onFailure} />
      )}
      {data && phase === 'ready' && (
        <TableView>{() => <CardTable name={name} data={data} />}</TableView>
      )}
    </section>
  );
}

/** The chart is built anew only when what it shows changes, or the hour that still runs. */
function Chart({ name, figures, nowMs }: CardProps) {
  const { cards, compare, running } = figures;
  const budget = monthlyBudget(figures);
  const data = cards[name]?.data;
  const hourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
  const build = useMemo(() => {
    const chart = chartOf(name, cards);
    const options = { nowMs: hourMs, locale: locale(), say, compare, running, budget };
    return chart && ((maxPoints: number) => chart({ ...options, maxPoints }));
  }, [name, data, compare, running, budget, hourMs]);
  return build && <Plot build={build} summary={summaryOf(name, figures)} />;
}

/** A month's budget is a line to be measured by in a month's running total, and nowhere else. */
const monthlyBudget = ({ range, budget }: FiguresModel): number | undefined =>
  range.kind === 'this-month' || range.kind === 'last-month' ? budget?.amount : undefined;

/** What stands in the chart's place, in its size, so that nothing moves when figures come. */
function Blank({ name, figures, phase, quiet, onFailure }: CardProps) {
  const failure = figures.cards[name]?.failure;
  return (
    <div class="plot blank" style={{ height: `${plotHeight()}px` }}>
      {phase === 'loading' && <div class="bones" />}
      {phase === 'empty' && <p class="card-blank">{say('ui_no_activity')}</p>}
      {phase === 'error' && (
        <div class="card-blank">
          {failure && !quiet ? (
            <FailureText failure={failure} onAction={onFailure} />
          ) : (
            <p>{say(failure?.kind === 'not-served' ? 'ui_not_served' : 'ui_no_figures')}</p>
          )}
        </div>
      )}
    </div>
  );
}
