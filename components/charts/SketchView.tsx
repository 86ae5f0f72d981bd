import type { Sketch } from '@/utils/figures/chart/sketch';
import { fillingOf, strokes, TILE_PX } from './pattern';

const LABEL_GAP_PX = 6;

/**
 * The chart as an SVG: there at once, and exactly where the canvas will draw it. All columns that look
 * alike are one shape: a hundred of them would take longer to lay out than all the rest.
 */
export function SketchView({ sketch, id }: { sketch: Sketch; id: string }) {
  const { width, height, grid } = sketch;
  const bars = alike(sketch.rects);
  return (
    <svg
      class="sketch"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <defs>
        {[...bars.keys()].map((key) => !isPlain(key) && <Tile key={key} id={id} of={key} />)}
      </defs>
      <path class="grid" d={grid.map(gridLine).join('')} />
      {grid.map(({ y, text, x1 }) => (
        <text key={y} x={x1 - LABEL_GAP_PX} y={y} text-anchor="end" dominant-baseline="central">
          {text}
        </text>
      ))}
      {sketch.labels.map(({ x, y, text }) => (
        <text key={x} x={x} y={y} text-anchor="middle">
          {text}
        </text>
      ))}
      {[...bars].map(([key, rects]) => (
        <path
          key={key}
          data-tone={rects[0]?.tone}
          class="bar"
          d={rects.map(column).join('')}
          fill={isPlain(key) ? undefined : `url(#${id}-${key.replace(' ', '-')})`}
        />
      ))}
      {sketch.lines.map(({ tone, path }) => (
        <path key={tone} class="line" data-tone={tone} d={path} />
      ))}
    </svg>
  );
}

type Rect = Sketch['rects'][number];

/** Columns by how they look: their tone and filling. */
function alike(rects: Rect[]): Map<string, Rect[]> {
  const groups = new Map<string, Rect[]>();
  for (const rect of rects) {
    const key = `${rect.tone} ${fillingOf(rect.tone, rect.open)}`;
    groups.set(key, [...(groups.get(key) ?? []), rect]);
  }
  return groups;
}

const isPlain = (key: string) => key.endsWith(' plain');

const gridLine = ({ y, x1, x2 }: Sketch['grid'][number]) => `M${x1} ${Math.round(y) + 0.5}H${x2}`;

const column = ({ x, y, width, height }: Rect) =>
  `M${exact(x)} ${exact(y)}h${exact(width)}v${exact(height)}h${exact(-width)}z`;

/** To a hundredth of a pixel. */
const exact = (px: number) => Math.round(px * 100) / 100;

function Tile(props: { id: string; of: string }) {
  const [tone = '', filling = ''] = props.of.split(' ');
  const { path, width, ground } = filling === 'striped' ? strokes.striped : strokes.hatched;
  return (
    <pattern
      id={`${props.id}-${tone}-${filling}`}
      data-tone={tone}
      width={TILE_PX}
      height={TILE_PX}
      patternUnits="userSpaceOnUse"
    >
      <rect class="tile" width={TILE_PX} height={TILE_PX} opacity={ground} />
      <path class="strokes" d={path} stroke-width={width} />
    </pattern>
  );
}
