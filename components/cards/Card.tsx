import { lazy } from '@/components/ui/lazy';
import type { OnFailureAction } from '@/components/ui/Notice';
import type { AnyCardView } from '@/utils/cards/card';
import type { CardData, CardName } from '@/utils/cards/data';
import type { CardState, Phase } from '@/utils/cards/state';
import { cardViews } from '@/utils/cards/view';
import type { TextKey } from '@/utils/failure';
import type { Period } from '@/utils/figures/time/period';
import { locale, say } from '@/utils/say';
import { Legend } from '../charts/Legend';
import { TableView } from '../charts/TableView';
import { Blank } from './Blank';
import { CardChart } from './CardChart';
import { CardNotes } from './CardNotes';
import type { CardContext } from './context';
import { cardExtras } from './extras';
import { Figures } from './Figures';
import { MoreFigures } from './MoreFigures';
import { notesOf } from './notes';

const CardTable = lazy(async () => (await import('./rest')).rest.CardTable);

/** The reason in a line, where the whole page does not tell it. */
const BARE: Record<string, TextKey> = {
  'not-served': 'ui_not_served',
  'no-all-time': 'ui_no_all_time',
};

/** The properties of a card: its state and its actions. */
export interface CardProps<Name extends CardName> {
  name: Name;
  state: CardState<CardData[Name]> | undefined;
  phase: Phase;
  context: CardContext;
  /** The card that this one replaces. */
  replaced: CardName | null;
  /** The time that is named above all cards. */
  shownPeriod: Period;
  /** True if the failure is already shown above, once for all cards. */
  quiet: boolean;
  onFailure: OnFailureAction;
  onRunning: (running: boolean) => void;
}

/** One card: its figures and about whom they are, beside their chart, and the table behind it. */
export function Card<Name extends CardName>(props: CardProps<Name>) {
  const { name, state, phase, context, replaced, quiet, onFailure } = props;
  const data = state?.data;
  const view: AnyCardView<CardData[Name]> = cardViews[name];
  const extras = cardExtras[name];
  const isReady = phase === 'ready' && data !== undefined;
  // Without figures, and with the reason already shown above, the card is one line without a chart.
  const isBare = quiet && phase === 'error';
  const scope = view.scope(data, context.whose, say);
  return (
    <section
      class={isBare ? 'card bare' : 'card'}
      data-card={name}
      data-state={phase}
      aria-labelledby={`card-${name}`}
    >
      <div class="card-head">
        <h2 id={`card-${name}`}>{say(view.title)}</h2>
        <Legend
          entries={view.legend.filter(({ tone }) => view.kpis.every((kpi) => kpi.tone !== tone))}
          preceding={isReady && context.compare && view.drawsPreceding(data)}
        />
        {isBare && <p class="help">{say(BARE[state?.failure?.kind ?? ''] ?? 'ui_no_figures')}</p>}
        {extras?.Control && (isReady || phase === 'loading') && (
          <extras.Control context={context} onRunning={props.onRunning} />
        )}
      </div>
      <div class={extras?.Visual ? 'card-row wide' : 'card-row'} hidden={isBare}>
        <div class="card-side">
          {view.kpis.length > 0 && (
            <Figures
              name={name}
              data={data}
              isLoading={phase === 'loading'}
              busy={context.busy}
              replaced={replaced}
            />
          )}
          <p class="card-scope" title={scope}>
            {scope}
          </p>
        </div>
        {isReady ? (
          <Visual name={name} data={data} context={context} />
        ) : (
          <Blank phase={phase} failure={state?.failure} onFailure={onFailure} />
        )}
      </div>
      {data && view.more && <MoreFigures name={name} data={data} />}
      {extras?.Budget && <extras.Budget context={context} />}
      {data && (
        <CardNotes
          notes={notesOf(name, data, props)}
          failure={quiet ? undefined : state.failure}
          onFailure={onFailure}
        />
      )}
      {isReady && state && extras?.Details && (
        <extras.Details state={state} context={context} onFailure={onFailure} />
      )}
      {isReady && <TableView>{() => <CardTable name={name} data={data} />}</TableView>}
    </section>
  );
}

/** The graphic of a card: a chart, unless the card has its own graphic. */
function Visual<Name extends CardName>(props: {
  name: Name;
  data: CardData[Name];
  context: CardContext;
}) {
  const { name, data, context } = props;
  const view: AnyCardView<CardData[Name]> = cardViews[name];
  const Own = cardExtras[name]?.Visual;
  if (Own) return <Own data={data} summary={view.summary(data, context.whose, say, locale())} />;
  return view.chart ? (
    <CardChart name={name} data={data} context={context} draw={view.chart} />
  ) : null;
}
