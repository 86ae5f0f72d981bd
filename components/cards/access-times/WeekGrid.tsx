import { useRef, useState } from 'preact/hooks';
import type { AccessTimesData } from '@/utils/cards/access-times/data';
import { busiestSentence, readersWeek } from '@/utils/cards/access-times/view';
import { dayName, hourName, type LocalWeek, weekOrder } from '@/utils/cards/access-times/week';
import { counted } from '@/utils/figures/text/counted';
import { exactCount } from '@/utils/figures/text/format';
import { locale, say } from '@/utils/say';

/** Shades from none to the maximum, a fifth each; they differ only in lightness. */
const SHADES = 5;
const LABELLED = [0, 6, 12, 18];

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Messages by day and hour of the reader's week; arrow keys walk through it. */
export function WeekGrid({ data, summary }: { data: AccessTimesData; summary: string }) {
  const week = readersWeek(data);
  const order = weekOrder(locale());
  const most = Math.max(...week.days.flat());
  const [at, setAt] = useState({ row: 0, hour: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const busiest = busiestSentence(week, say, locale());

  const walk = (event: KeyboardEvent) => {
    const [down, right] = STEPS[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    const row = Math.min(6, Math.max(0, at.row + down));
    const hour = Math.min(23, Math.max(0, at.hour + right));
    setAt({ row, hour });
    const cell = `[data-day="${order[row]}"][data-hour="${hour}"]`;
    grid.current?.querySelector<HTMLElement>(cell)?.focus();
  };

  return (
    <>
      {busiest && <p class="card-sentence">{busiest}</p>}
      <table class="hours" role="grid" aria-label={summary} ref={grid} onKeyDown={walk}>
        <tbody>
          {order.map((day, row) => (
            <tr key={day}>
              <th scope="row">
                <abbr title={dayName(day, locale(), 'long')}>
                  {dayName(day, locale(), 'short')}
                </abbr>
              </th>
              {(week.days[day] ?? []).map((count, hour) => (
                <Cell
                  key={hour}
                  title={titleOf(week, day, hour, count)}
                  {...{ day, hour, count }}
                  shade={most === 0 ? 0 : Math.ceil((SHADES * count) / most)}
                  isReached={at.row === row && at.hour === hour}
                  onReach={() => setAt({ row, hour })}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td />
            {LABELLED.map((hour) => (
              <td key={hour} colSpan={6}>
                {hourName(hour, week.minutes, locale())}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <Key most={most} />
    </>
  );
}

const titleOf = ({ minutes }: LocalWeek, day: number, hour: number, count: number): string =>
  say(
    'ui_times_cell',
    dayName(day, locale(), 'long'),
    hourName(hour, minutes, locale()),
    counted('ui_messages', count, say, locale()),
  );

function Cell(props: {
  day: number;
  hour: number;
  count: number;
  shade: number;
  title: string;
  isReached: boolean;
  onReach: () => void;
}) {
  return (
    <td
      data-day={props.day}
      data-hour={props.hour}
      data-value={props.count}
      data-shade={props.shade}
      title={props.title}
      aria-label={props.title}
      tabIndex={props.isReached ? 0 : -1}
      onFocus={props.onReach}
    />
  );
}

/** The legend: how many messages each shade means. */
function Key({ most }: { most: number }) {
  const upTo = (shade: number) => exactCount(Math.floor((most * shade) / SHADES), locale());
  return (
    <ul class="legend hours-key" aria-label={say('ui_times_key')}>
      {Array.from({ length: SHADES + 1 }, (_, shade) => (
        <li key={upTo(shade) + String(shade)}>
          <span class="hours-shade" data-shade={shade} />
          {shade === 0 ? '0' : say('ui_times_up_to', upTo(shade))}
        </li>
      ))}
    </ul>
  );
}
