import { ageClass } from '@/components/dashboard/age-class';
import { type FoundPicture, type Picture, readPicture } from '@/utils/store/pictures';
import type { Found, Layout } from './found';
import { signOf } from './sign';
import { elementOf } from './tree';

/** A picture that is true now, and its sign. */
export interface TruePicture extends FoundPicture {
  sign: string;
}

/** Names a picture of these figures and this mentor: another one is needed when any of it changes. */
export const nameOf = (
  sign: string,
  { savedAtMs, mentorName }: Pick<Picture, 'savedAtMs' | 'mentorName'>,
): string => `${sign} ${savedAtMs} ${mentorName}`;

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

function draw(picture: Picture): void {
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
