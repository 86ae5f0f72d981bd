import { Icon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/Menu';
import { age } from '@/utils/analytics/format';
import { locale, say } from '@/utils/say';

const OLD_MS = 60 * 60_000;

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
  onRefresh: (() => void) | null;
  onSidePanel: (() => void) | null;
  onOptions: () => void;
}) {
  const { fetchedAtMs, nowMs, busy, exports, onRefresh, onSidePanel } = props;
  const ageMs = fetchedAtMs === null ? null : Math.max(0, nowMs - fetchedAtMs);
  return (
    <footer class="bottom">
      <span class={ageMs !== null && ageMs > OLD_MS ? 'age stale' : 'age'}>
        {props.sample && say('ui_sample_age')}
        {!props.sample && busy && say('ui_refreshing')}
        {!props.sample && !busy && ageMs !== null && say('ui_updated', age(ageMs, locale()))}
      </span>
      {onRefresh && (
        <button
          type="button"
          class={busy ? 'icon-button busy' : 'icon-button'}
          aria-label={say('ui_refresh')}
          title={say('ui_refresh')}
          onClick={onRefresh}
        >
          <Icon name="refresh" />
        </button>
      )}
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
