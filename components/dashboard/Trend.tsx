import { thinIndices } from '@/utils/figures/thin';

const WIDTH = 100;
const HEIGHT = 16;

/** More than there are pixels would show nothing more. */
const MOST_POINTS = 200;

/** A tiny line of the series without axes; unknown values are gaps. Decoration beside the figure. */
export function Trend({ values: all }: { values: (number | null)[] }) {
  const values = thinIndices([all], MOST_POINTS).map((index) => all[index] ?? null);
  const top = Math.max(1e-9, ...values.map((value) => value ?? 0));
  const step = WIDTH / Math.max(1, values.length - 1);
  let pen = 'M';
  const path = values.map((value, index) => {
    if (value === null) {
      pen = 'M';
      return '';
    }
    const x = (index * step).toFixed(1);
    const y = (HEIGHT - 1 - (value / top) * (HEIGHT - 2)).toFixed(1);
    const part = `${pen}${x} ${y}`;
    pen = 'L';
    return part;
  });
  return (
    <svg
      class="trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {values.length > 1 && <path d={path.join('')} />}
    </svg>
  );
}
