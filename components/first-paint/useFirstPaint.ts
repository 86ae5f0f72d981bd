import { useEffect, useRef } from 'preact/hooks';
import { enqueueDraw } from '@/components/charts/draw-queue';
import type { Layout } from './inputs';

/**
 * Keeps a picture for the next opening whenever what is shown has changed and the page has nothing else
 * to do. `shows` is what stands on the page, null while that still changes; `shown` names the picture
 * that stood there first.
 */
export function useFirstPaint(layout: Layout, shows: object | null, shown: string | null): void {
  const last = useRef(shown ?? '');
  useEffect(() => {
    if (shows === null) return;
    const take = async () => {
      const { captureFirstPaint } = await import('./capture');
      last.current = await captureFirstPaint(layout, last.current);
      performance.mark('lens picture kept');
    };
    let gone = false;
    // The charts are in the queue already, and come first.
    enqueueDraw(() => {
      if (!gone) requestIdleCallback(() => take().catch(console.error), { timeout: MOST_MS });
    });
    return () => {
      gone = true;
    };
  }, [layout, shows]);
}

const MOST_MS = 2000;
