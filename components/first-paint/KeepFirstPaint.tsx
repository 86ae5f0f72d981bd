import { useEffect, useRef } from 'preact/hooks';
import { enqueueDraw } from '@/components/charts/draw-queue';
import type { Layout } from '@/components/ui/layout';

const MOST_MS = 2000;

/**
 * Keeps the first paint of the next opening whenever what is shown has changed and the page has nothing
 * else to do. `settled` is what stands on the page, null while that still changes; `kept` names the first
 * paint that stood there first. Draws nothing.
 */
export function KeepFirstPaint(props: {
  layout: Layout;
  settled: object | null;
  kept: string | null;
}) {
  const { layout, settled, kept } = props;
  const last = useRef(kept ?? '');
  useEffect(() => {
    if (settled === null) return;
    const keep = async () => {
      const { captureFirstPaint } = await import('./capture');
      last.current = await captureFirstPaint(layout, last.current);
      performance.mark('lens first paint kept');
    };
    let gone = false;
    // The charts are already in the queue, so they are drawn first.
    enqueueDraw(() => {
      if (!gone) requestIdleCallback(() => keep().catch(console.error), { timeout: MOST_MS });
    });
    return () => {
      gone = true;
    };
  }, [layout, settled]);
  return null;
}
