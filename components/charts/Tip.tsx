import type { ChartModel } from '@/utils/figures/chart/model';
import { say } from '@/utils/say';

/** The values of one bucket in a line above the plot, near its place there. */
export function Tip(props: { model: ChartModel; index: number; x: number; width: number }) {
  const { model, index, x, width } = props;
  const third = Math.min(2, Math.max(0, Math.floor((3 * x) / width)));
  return (
    <>
      <div class="cursor" style={{ left: `${x}px` }} />
      <div class="tip-line" data-at={THIRDS[third]} aria-hidden="true">
        <div class="tip">
          <strong>{titleOf(model, index)}</strong>
          <ul>
            {valuesOf(model, index).map(({ tone, name, text }) => (
              <li key={tone} data-tone={tone}>
                <span class="swatch" />
                {name}
                <b>{text}</b>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
}

const THIRDS = ['start', 'middle', 'end'] as const;

function titleOf(model: ChartModel, index: number): string {
  const title = model.titles[index] ?? '';
  return index === model.openIndex ? say('ui_so_far', title) : title;
}

const valuesOf = (model: ChartModel, index: number) =>
  model.series.map(({ tone, name, values }) => {
    const value = values[index] ?? null;
    const missing = tone === 'preceding' ? 'ui_kpi_no_comparison' : 'chart_unknown';
    return { tone, name, text: value === null ? say(missing) : model.formatExact(value) };
  });

/** The same in words, to be spoken. */
export const spoken = (model: ChartModel, index: number): string =>
  [
    titleOf(model, index),
    ...valuesOf(model, index).map(({ name, text }) => `${name}: ${text}`),
  ].join(', ');
