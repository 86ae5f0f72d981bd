import type { ChartTheme } from '@/utils/figures/chart/config';
import type { Tone } from '@/utils/figures/chart/model';
import { fillingOf, strokes, TILE_PX } from './pattern';

/** The page's colours as they are now, for a canvas that cannot read style sheets itself. */
export function chartTheme(element: HTMLElement): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const line: Record<Tone, string> = {
    amber: token('--series-amber'),
    green: token('--series-green'),
    plum: token('--series-plum'),
    blue: token('--series-blue'),
    preceding: token('--series-preceding'),
    running: token('--ink'),
    budget: token('--warn'),
  };
  return {
    text: token('--ink-soft'),
    grid: token('--grid'),
    font: style.fontFamily,
    line,
    fill(tone, open) {
      const filling = fillingOf(tone, open);
      if (filling === 'plain') return line[tone];
      return tileOf(line[tone], filling) ?? line[tone];
    },
  };
}

const tiles = new Map<string, CanvasPattern | null>();

/** A pattern in one colour, sharp on dense displays; made once for all charts of a page. */
function tileOf(colour: string, filling: keyof typeof strokes): CanvasPattern | null {
  const density = Math.ceil(window.devicePixelRatio || 1);
  const key = `${colour} ${filling} ${density}`;
  const pattern = tiles.get(key) ?? tile(colour, strokes[filling], density);
  tiles.set(key, pattern);
  return pattern;
}

function tile(
  colour: string,
  { path, width, ground }: (typeof strokes)[keyof typeof strokes],
  density: number,
): CanvasPattern | null {
  const canvas = document.createElement('canvas');
  canvas.width = TILE_PX * density;
  canvas.height = TILE_PX * density;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(density, density);
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.globalAlpha = ground;
  pen.fillRect(0, 0, TILE_PX, TILE_PX);
  pen.globalAlpha = 1;
  pen.lineWidth = width;
  pen.stroke(new Path2D(path));
  const pattern = pen.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / density));
  return pattern;
}
