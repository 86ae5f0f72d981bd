import { type ComponentChild, type RefObject, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * An element that holds an image only while the page is printed, because a canvas keeps the colours of
 * the screen. Drawn within the event itself, as the browser lays the paper out right after it.
 */
export function usePaper(picture: () => ComponentChild): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(picture);
  latest.current = picture;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const draw = () => render(latest.current(), element);
    const clear = () => render(null, element);
    addEventListener('beforeprint', draw);
    addEventListener('afterprint', clear);
    return () => {
      removeEventListener('beforeprint', draw);
      removeEventListener('afterprint', clear);
      clear();
    };
  }, []);
  return place;
}
