import { ageClass } from '@/components/dashboard/model/age-class';
import {
  type FirstPaint,
  readFirstPaint,
  type StoredFirstPaint,
} from '@/utils/store/snapshots/first-paint-cache';
import { cacheKeyOf } from './cache-key';
import { elementOf } from './dom-tree';
import type { Inputs, Layout } from './inputs';

/** A picture that is true now, and its sign. */
export interface ValidFirstPaint extends StoredFirstPaint {
  sign: string;
}

/** Names a picture of these figures and this mentor: another one is needed when any of it changes. */
export const nameOf = (
  sign: string,
  { savedAtMs, mentorName }: Pick<FirstPaint, 'savedAtMs' | 'mentorName'>,
): string => `${sign} ${savedAtMs} ${mentorName}`;

/** What this page showed last of exactly what was found now, if that is still true; null where it isn't. */
export async function findFirstPaint(
  found: Inputs,
  layout: Layout,
): Promise<ValidFirstPaint | null> {
  const sign = await cacheKeyOf(found, layout);
  const kept = sign === null ? null : await readFirstPaint(sign, Date.now());
  return sign === null || kept === null ? null : { ...kept, sign };
}

/**
 * Draws a picture, before any view, chart or parser has been loaded. False where it is damaged: nothing
 * is drawn then.
 */
export function showFirstPaint({ picture }: ValidFirstPaint): boolean {
  try {
    draw(picture);
    performance.mark('lens picture');
    return true;
  } catch (damage) {
    console.error(damage);
    return false;
  }
}

function draw(picture: FirstPaint): void {
  const { tree, lang, dir, oldestMs, ages, asking } = picture;
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
  // Alone, as whoever takes over its elements moves what does not stand first: all of it would be laid out anew.
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
