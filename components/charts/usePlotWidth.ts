import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { knowPlotWidth, likelyPlotWidth } from './size';

/** The width of a plot in whole CSS pixels, and of every size it takes later. */
export function usePlotWidth(plot: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(likelyPlotWidth);
  useLayoutEffect(() => {
    const element = plot.current;
    if (!element) return;
    const measure = () => {
      const measured = Math.floor(element.clientWidth);
      if (measured === 0) return;
      knowPlotWidth(measured);
      setWidth(measured);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [plot]);
  return width;
}
