import type { TextKey } from '@/utils/failure';
import type { Tone } from '@/utils/figures/chart/model';
import { say } from '@/utils/say';

interface Entry {
  tone: Tone;
  name: TextKey;
}

const PRECEDING: Entry = { tone: 'preceding', name: 'ui_legend_preceding' };

/** The chart's legend; nothing if there is only one series. */
export function Legend(props: { entries: readonly Entry[]; preceding: boolean }) {
  const entries = props.preceding ? [...props.entries, PRECEDING] : props.entries;
  return (
    <ul class="legend">
      {entries.map(({ tone, name }) => (
        <li key={tone} data-tone={tone}>
          <span class="swatch" />
          {say(name)}
        </li>
      ))}
    </ul>
  );
}
