import { useId, useState } from 'preact/hooks';
import type { TextKey } from '@/utils/failure';
import { periodOf } from '@/utils/figures/time/period';
import {
  AGGREGATIONS,
  type Aggregation,
  checkCustomRange,
  type Range,
  utcDay,
} from '@/utils/figures/time/range';
import { say } from '@/utils/say';

const PRESETS = [
  ['today', 'ui_range_today'],
  ['this-month', 'ui_range_this_month'],
  ['last-month', 'ui_range_last_month'],
  ['12m', 'ui_range_12m'],
  ['all', 'ui_range_all'],
] as const;
const isAggregation = (text: string): text is Aggregation => AGGREGATIONS.some((a) => a === text);

/** Two days (UTC, as the API counts them), today, a month or twelve, and how finely it is drawn. */
export function CustomRange(props: {
  range: Range;
  nowMs: number;
  onRange: (range: Range) => void;
}) {
  const shown = periodOf(props.range, props.nowMs);
  const [from, setFrom] = useState(props.range.kind === 'all' ? '' : utcDay(shown.startMs));
  const [to, setTo] = useState(utcDay(Math.min(shown.endMs - 1, props.nowMs)));
  const [aggregation, setAggregation] = useState<string>(props.range.aggregation ?? '');
  const [error, setError] = useState<{ field: 'from' | 'to'; text: TextKey } | null>(null);
  const id = useId();

  const finely = isAggregation(aggregation) ? { aggregation } : {};
  const apply = (event: Event) => {
    event.preventDefault();
    const checked = checkCustomRange(from, to, props.nowMs);
    if (checked.ok) props.onRange({ ...checked.range, ...finely });
    else setError(checked);
  };
  const day = (field: 'from' | 'to', label: TextKey, value: string, set: (v: string) => void) => (
    <div class="field">
      <label for={id + field}>{say(label)}</label>
      <input
        id={id + field}
        class="input"
        type="date"
        value={value}
        max={utcDay(props.nowMs)}
        aria-invalid={error?.field === field}
        aria-describedby={error?.field === field ? `${id}error` : undefined}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </div>
  );
  return (
    <form class="custom" noValidate onSubmit={apply}>
      {day('from', 'ui_range_from', from, setFrom)}
      {day('to', 'ui_range_to', to, setTo)}
      {error && (
        <p class="field-error wide" id={`${id}error`} role="alert">
          {say(error.text)}
        </p>
      )}
      <div class="field">
        <label for={`${id}finely`}>{say('ui_range_aggregation')}</label>
        <select
          id={`${id}finely`}
          class="input"
          value={aggregation}
          onChange={(event) => setAggregation(event.currentTarget.value)}
        >
          <option value="">{say('ui_range_automatic')}</option>
          {AGGREGATIONS.map((name) => (
            <option value={name} key={name}>
              {say(`ui_range_${name}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button primary">
        {say('ui_range_apply')}
      </button>
      <p class="help wide">{say('ui_range_utc_note')}</p>
      <div class="buttons wide">
        {PRESETS.map(([kind, label]) => (
          <button
            type="button"
            class="button"
            key={kind}
            onClick={() => props.onRange({ kind, ...finely })}
          >
            {say(label)}
          </button>
        ))}
      </div>
    </form>
  );
}
