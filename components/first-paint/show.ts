import { ageClass } from '@/components/dashboard/model/age-class';
import type { Inputs } from '@/components/dashboard/model/inputs';
import type { Layout } from '@/components/ui/layout';
import type { FirstPaint } from '@/utils/store/snapshots/first-paint';
import { readFirstPaint, type StoredFirstPaint } from '@/utils/store/snapshots/first-paint-cache';
import { cacheKeyOf } from './cache-key';
import { elementOf } from './dom-tree';

/** Longer than a first paint, or the reading for it, takes; after it a skeleton is better than nothing. */
export const PATIENCE_MS = 120;

/** A first paint that is still valid, and the cache key by which it was found. */
export interface ValidFirstPaint extends StoredFirstPaint {
  cacheKey: string;
}

/** Identifies a first paint by its figures and mentor: if they change, a new one is needed. */
export const nameOf = ({
  cacheKey,
  paint: { savedAtMs, mentorName },
}: {
  cacheKey: string;
  paint: Pick<FirstPaint, 'savedAtMs' | 'mentorName'>;
}): string => `${cacheKey} ${savedAtMs} ${mentorName}`;

/** Returns what this page last showed for exactly the same data, if it is still valid; else null. */
export async function findFirstPaint(
  inputs: Inputs,
  layout: Layout,
): Promise<ValidFirstPaint | null> {
  const cacheKey = await cacheKeyOf(inputs, layout);
  const kept = cacheKey === null ? null : await readFirstPaint(cacheKey, Date.now());
  return cacheKey === null || kept === null ? null : { ...kept, cacheKey };
}

/**
 * Shows a first paint, before any view, chart or parser has been loaded. False where it is damaged: nothing
 * is drawn then.
 */
export function showFirstPaint({ paint }: ValidFirstPaint): boolean {
  try {
    draw(paint);
    performance.mark('lens first paint');
    return true;
  } catch (damage) {
    console.error(damage);
    return false;
  }
}

function draw(paint: FirstPaint): void {
  const { tree, lang, dir, oldestMs, ages, asking } = paint;
  const main = elementOf(JSON.parse(tree));
  const nowMs = Date.now();
  const fresh = ages[Math.floor((nowMs - oldestMs) / MINUTE_MS)];
  main.setAttribute('aria-busy', String(fresh === undefined));
  const age = main.querySelector('.age');
  age?.setAttribute('class', ageClass(nowMs - oldestMs));
  age?.replaceChildren(fresh ?? asking);
  const root = document.documentElement;
  root.lang = lang;
  root.dir = dir;
  // It must be the only child: otherwise Preact would move it when taking over, and lay it out again.
  document.body.replaceChildren(main);
  layOut(main);
}

const MINUTE_MS = 60_000;

/** Lays a page out at once, while the frame it is drawn in has not begun. */
function layOut(main: Element): void {
  // A popup's window is tiny until it knows how large its page wants to be.
  if (innerWidth > TINY_PX) main.getBoundingClientRect();
}

const TINY_PX = 200;
