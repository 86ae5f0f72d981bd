import type { Sketch } from '@/utils/analytics/chart/sketch';
import { fillingOf, strokes, TILE_PX } from './pattern';

const LABEL_GAP_PX = 6;

/** The chart as an SVG: there at once, and exactly where the canvas will draw it. */
export function SketchView({ sketch, id }: { sketch: Sketch; id: string }) {
  const { width, height } = sketch;
  const patterned = new Set(
    sketch.rects.flatMap(({ role, open }) => {
      const filling = fillingOf(role, open);
      return filling === 'plain' ? [] : [`${role} ${filling}` as const];
    }),
  );
  return (
    <svg
      class="sketch"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <defs>
        {[...patterned].map((key) => (
          <Tile key={key} id={id} of={key} />
        ))}
      </defs>
      {sketch.grid.map(({ y, text, x1, x2 }) => (
        <g key={y}>
          <line class="grid" x1={x1} x2={x2} y1={Math.round(y) + 0.5} y2={Math.round(y) + 0.5} />
          <text x={x1 - LABEL_GAP_PX} y={y} text-anchor="end" dominant-baseline="central">
            {text}
          </text>
        </g>
      ))}
      {sketch.labels.map(({ x, y, text }) => (
        <text key={x} x={x} y={y} text-anchor="middle">
          {text}
        </text>
      ))}
      {sketch.rects.map(({ role, open, x, y, width: w, height: h }) => {
        const filling = fillingOf(role, open);
        return (
          <rect
            key={`${role}${x}`}
            data-tone={role}
            class="bar"
            x={x}
            y={y}
            width={w}
            height={h}
            fill={filling === 'plain' ? undefined : `url(#${id}-${role}-${filling})`}
          />
        );
      })}
      {sketch.lines.map(({ role, path }) => (
        <path key={role} class="line" data-tone={role} d={path} />
      ))}
    </svg>
  );
}

function Tile(props: { id: string; of: string }) {
  const [role = '', filling = ''] = props.of.split(' ');
  const { path, width, ground } = filling === 'striped' ? strokes.striped : strokes.hatched;
  return (
    <pattern
      id={`${props.id}-${role}-${filling}`}
      data-tone={role}
      width={TILE_PX}
      height={TILE_PX}
      patternUnits="userSpaceOnUse"
    >
      <rect class="tile" width={TILE_PX} height={TILE_PX} opacity={ground} />
      <path class="strokes" d={path} stroke-width={width} />
    </pattern>
  );
}
