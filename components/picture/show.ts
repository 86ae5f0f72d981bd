import { ageShown } from '@/components/dashboard/age';
import { isRecent } from '@/utils/analytics/age';
import { type FoundPicture, type Picture, readPicture } from '@/utils/store/pictures';
import type { Found, Layout } from './found';
import { signOf } from './sign';
import { elementOf } from './tree';

/** A picture that is true now, and its sign. */
export interface TruePicture extends FoundPicture {
  sign: string;
}

/** Names a picture of these figures: another one is needed when either changes. */
export const nameOf = (sign: string, { savedAtMs }: { savedAtMs: number }): string =>
  `${sign} ${savedAtMs}`;

/** What this page showed last of exactly what was found now, if that is still true; null where it isn't. */
export async function findPicture(found: Found, layout: Layout): Promise<TruePicture | null> {
  const sign = await signOf(found, layout);
  const kept = sign === null ? null : await readPicture(sign, Date.now());
  return sign === null || kept === null ? null : { ...kept, sign };
}

/**
 * Draws a picture, before any view, chart or parser has been loaded. False where it is damaged: nothing
 * is drawn then.
 */
export function showPicture({ picture }: TruePicture): boolean {
  try {
    draw(picture);
    performance.mark('lens picture');
    return true;
  } catch (damage) {
    console.error(damage);
    return false;
  }
}

function draw({ tree, lang, dir, oldestMs, newestMs }: Picture): void {
  const main = elementOf(JSON.parse(tree));
  const nowMs = Date.now();
  const busy = !(isRecent(oldestMs, nowMs) && isRecent(newestMs, nowMs));
  main.setAttribute('aria-busy', String(busy));
  const age = main.querySelector('.age');
  const shown = ageShown(oldestMs, { nowMs, busy });
  age?.setAttribute('class', shown.className);
  age?.replaceChildren(shown.text);
  const root = document.documentElement;
  root.lang = lang;
  root.dir = dir;
  // Alone, as whoever takes over its elements moves what does not stand first: all of it would be laid out anew.
  document.body.replaceChildren(main);
  layOut(main);
}

/** Lays a page out at once, while the frame it is drawn in has not begun. */
function layOut(main: Element): void {
  // A popup's window is tiny until it knows how large its page wants to be.
  if (innerWidth > TINY_PX) main.getBoundingClientRect();
}

const TINY_PX = 200;
