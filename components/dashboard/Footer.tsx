import { Icon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/Menu';
import type { CardName } from '@/utils/cards/data';
import { say } from '@/utils/say';
import { CardsMenu } from './CardsMenu';
import { ageShown } from './model/age';
import type { ChosenCards } from './model/chosen';

/** Age of the figures, and the ways out of here. */
export function Footer(props: {
  /** Epoch ms of the oldest figure shown; null where nothing is. */
  fetchedAtMs: number | null;
  nowMs: number;
  busy: boolean;
  sample: boolean;
  /** The platform's own analytics page. */
  fullUrl: string | null;
  exports: { label: string; onChoose: () => void }[] | null;
  /** The cards shown here; null where there are none to choose from. */
  chosen: ChosenCards | null;
  onCards: (names: readonly CardName[]) => void;
  onRefresh: (() => void) | null;
  onSidePanel: (() => void) | null;
  /** Opens the dashboard in a tab of its own. */
  onTab: (() => void) | null;
  onOptions: () => void;
}) {
  const { exports, onRefresh, onSidePanel, onTab } = props;
  const age = ageShown(props.fetchedAtMs, props);
  return (
    <footer class="bottom">
      <span class={age.className}>{props.sample ? say('ui_sample_age') : age.text}</span>
      {onRefresh && (
        <button
          type="button"
          class="icon-button refresh"
          aria-label={say('ui_refresh')}
          title={say('ui_refresh')}
          onClick={onRefresh}
        >
          <Icon name="refresh" />
        </button>
      )}
      {props.chosen && <CardsMenu chosen={props.chosen} onCards={props.onCards} />}
      {exports && <Menu label={say('ui_export')} icon="export" items={exports} />}
      {props.fullUrl && (
        <a
          class="icon-button"
          href={props.fullUrl}
          target="_blank"
          rel="noreferrer"
          aria-label={say('ui_full_analytics')}
          title={say('ui_full_analytics')}
        >
          <Icon name="external" />
        </a>
      )}
      {onSidePanel && (
        <button
          type="button"
          class="icon-button"
          aria-label={say('ui_open_side_panel')}
          title={say('ui_open_side_panel')}
          onClick={onSidePanel}
        >
          <Icon name="panel" />
        </button>
      )}
      {onTab && (
        <button
          type="button"
          class="icon-button"
          aria-label={say('ui_open_in_tab')}
          title={say('ui_open_in_tab')}
          onClick={onTab}
        >
          <Icon name="tab" />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={say('ui_options')}
        title={say('ui_options')}
        onClick={props.onOptions}
      >
        <Icon name="options" />
      </button>
    </footer>
  );
}
