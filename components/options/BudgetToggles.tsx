import { say } from '@/utils/say';
import type { Settings } from '@/utils/store/settings/settings';

/** The switches for the toolbar badge and the notifications; both are off at first. */
export function BudgetToggles(props: {
  settings: Settings | null;
  onBadge: (wanted: boolean) => void;
  onAlerts: (wanted: boolean) => void;
}) {
  const { settings } = props;
  return (
    <>
      <label class="toggle">
        <input
          type="checkbox"
          checked={settings?.badge ?? false}
          disabled={settings === null}
          onChange={(event) => props.onBadge(event.currentTarget.checked)}
        />
        {say('options_badge')}
      </label>
      <label class="toggle">
        <input
          type="checkbox"
          checked={settings?.alerts ?? false}
          disabled={settings === null}
          onChange={(event) => props.onAlerts(event.currentTarget.checked)}
        />
        {say('options_alerts')}
      </label>
      <p class="help">{say('options_watch_help')}</p>
    </>
  );
}
