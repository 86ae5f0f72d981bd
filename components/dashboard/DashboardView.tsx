import { lazy } from '@/components/ui/lazy';
import { cardPhase, cardsDrawn } from '@/utils/cards/state';
import { cardViews } from '@/utils/cards/view';
import { say } from '@/utils/say';
import { FiguresPage } from './FiguresPage';
import { Footer } from './Footer';
import { boardPhase } from './model/board';
import type { DashboardActions, DashboardModel } from './model/model';
import { Skeleton } from './states/Skeleton';

const Setup = lazy(async () => (await import('./rest')).rest.Setup);
const SampleBand = lazy(async () => (await import('./rest')).rest.SampleBand);
const Stopped = lazy(async () => (await import('./rest')).rest.Stopped);

/** The whole popup or side panel for what is known; its states are named on the root. */
export function DashboardView(props: { model: DashboardModel; actions: DashboardActions }) {
  const { model, actions } = props;
  const { screen, figures } = model;
  const who = figures?.who ?? (screen.kind === 'org-mismatch' ? screen.who : null);
  return (
    <main
      class="dashboard"
      data-state={stateOf(model)}
      data-source={figures?.source ?? 'live'}
      data-user={who?.user ?? ''}
      data-org={who?.org ?? ''}
      aria-busy={figures?.busy ?? screen.kind === 'opening'}
    >
      {screen.kind === 'sample' && <SampleBand onLeave={actions.leaveSample} />}
      {screen.kind === 'opening' && <Skeleton />}
      {screen.kind === 'setup' && (
        <Setup
          origin={screen.origin}
          onAllowSite={actions.allowSite}
          onOptions={actions.openOptions}
          onSample={actions.trySample}
        />
      )}
      {figures ? (
        <FiguresPage figures={figures} nowMs={model.nowMs} actions={actions} />
      ) : (
        <Stopped screen={screen} actions={actions} />
      )}
      {screen.kind !== 'setup' && screen.kind !== 'opening' && (
        <Footer
          fetchedAtMs={figures?.fetchedAtMs ?? null}
          nowMs={model.nowMs}
          busy={figures?.busy ?? false}
          sample={figures?.source === 'sample'}
          fullUrl={figures?.fullUrl ?? null}
          exports={figures && exportsOf(figures, actions)}
          chosen={figures?.chosen ?? null}
          onCards={actions.chooseCards}
          onRefresh={screen.kind === 'figures' ? actions.refresh : null}
          onSidePanel={actions.openSidePanel}
          onTab={figures && actions.openInTab}
          onOptions={actions.openOptions}
        />
      )}
      <p class="message" role="log">
        {model.message && <span>{model.message}</span>}
      </p>
    </main>
  );
}

function exportsOf(
  { cards, chosen }: NonNullable<DashboardModel['figures']>,
  { exportAs }: DashboardActions,
) {
  const drawn = cardsDrawn(cards, chosen.names).filter((name) => cards[name]?.data);
  if (drawn.length === 0) return null;
  const hasChart = drawn.some(
    (name) => cardViews[name].chart && cardPhase(cards, name, false) === 'ready',
  );
  return [
    { label: say('ui_export_csv'), onChoose: () => exportAs('csv') },
    { label: say('ui_export_json'), onChoose: () => exportAs('json') },
    { label: say('ui_export_copy'), onChoose: () => exportAs('copy') },
    ...(hasChart ? [{ label: say('ui_export_png'), onChoose: () => exportAs('png') }] : []),
    { label: say('ui_export_print'), onChoose: () => exportAs('print') },
  ];
}

/** The state's stable name, for tests and styles from outside. */
function stateOf({ screen, figures }: DashboardModel) {
  switch (screen.kind) {
    case 'opening':
      return 'loading';
    case 'setup':
      return 'setup';
    case 'not-ibl':
    case 'signed-out':
    case 'other-site':
    case 'no-access':
    case 'unreadable':
      return 'not-detected';
    case 'org-mismatch':
    case 'settings-unreadable':
      return 'error';
    case 'sample':
    case 'figures':
      return figures ? boardPhase(figures.cards, figures.busy, figures.chosen.names) : 'loading';
  }
}
