import { lazy } from '@/components/ui/lazy';
import type { OnFailureAction } from '@/components/ui/Notice';
import type { CardView } from '@/utils/cards/card';
import type { CardData, CardName } from '@/utils/cards/data';
import type { CardState, Phase } from '@/utils/cards/state';
import { cardViews } from '@/utils/cards/view';
import { locale, say } from '@/utils/say';
import { Legend } from '../charts/Legend';
import { TableView } from '../charts/TableView';
import { Blank } from './Blank';
import { CardChart } from './CardChart';
import { CardFigures } from './CardFigures';
import { CardNotes } from './CardNotes';
import type { CardContext } from './context';
import { cardExtras } from './extras';

const CardTable = lazy(async () => (await import('./rest')).rest.CardTable);

/** What a card shows, and what can be done on it. */
export interface CardProps<Name extends CardName> {
  name: Name;
  state: CardState<CardData[Name]> | undefined;
  phase: Phase;
  context: CardContext;
  /** The failure is said above already, for all cards. */
  quiet: boolean;
  onFailure: OnFailureAction;
  onRunning: (running: boolean) => void;
}

/** One card: what is counted and about whom, the chart, and the table behind it. */
export function Card<Name extends CardName>(props: CardProps<Name>) {
  const { name, state, phase, context, quiet, onFailure } = props;
  const data = state?.data;
  const view: CardView<CardData[Name]> = cardViews[name];
  const extras = cardExtras[name];
  const isReady = phase === 'ready' && data !== undefined;
  return (
    <section class="card" data-card={name} data-state={phase} aria-labelledby={`card-${name}`}>
      <div class="card-head">
        <h2 id={`card-${name}`}>{say(view.title)}</h2>
        <Legend
          entries={view.legend}
          preceding={isReady && context.compare && view.drawsPreceding(data)}
        />
      </div>
      <div class="card-line">
        <p class="card-scope">{view.scope(data, context.whose, say)}</p>
        {extras?.Control && <extras.Control context={context} onRunning={props.onRunning} />}
      </div>
      {isReady ? (
        <CardChart name={name} data={data} context={context} />
      ) : (
        <Blank phase={phase} failure={state?.failure} quiet={quiet} onFailure={onFailure} />
      )}
      {data && view.namesFigures && <CardFigures name={name} data={data} />}
      {extras?.Budget && <extras.Budget context={context} />}
      {data && (
        <CardNotes
          notes={view.notes(data, say, locale())}
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
