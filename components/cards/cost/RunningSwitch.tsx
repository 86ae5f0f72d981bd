import { say } from '@/utils/say';
import type { CardContext } from '../context';

/** Shows or hides the running total in the cost chart. */
export function RunningSwitch(props: {
  context: CardContext;
  onRunning: (running: boolean) => void;
}) {
  const { running } = props.context;
  return (
    <label class="switch" data-tone="running" title={say('ui_running_long')}>
      <input
        type="checkbox"
        checked={running}
        onChange={(event) => props.onRunning(event.currentTarget.checked)}
      />
      {running && <span class="swatch" />}
      {say('ui_running')}
    </label>
  );
}
