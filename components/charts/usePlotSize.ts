import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { knowPlotWidth, likelyPlotWidth, plotHeight } from './size';

interface Size {
  width: number;
  height: number;
}

/**
 * The size of a plot in whole CSS pixels, and every size it takes later. Its height follows what shares
 * the page with it at each drawing; its width is measured.
 */
export function usePlotSize(plot: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>(() => ({
    width: likelyPlotWidth(),
    height: plotHeight(),
  }));
  useLayoutEffect(() => {
    const element = plot.current;
    if (!element) return;
    const measure = () => {
      const width = Math.floor(element.clientWidth);
      if (width === 0) return;
      // The last cards may be wider than the others.
      if (!element.closest('.card')?.previousElementSibling) knowPlotWidth(width);
      const height = plotHeight();
      setSize((now) => (now.width === width && now.height === height ? now : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
    };
  }, [plot]);
  return { width: size.width, height: plotHeight() };
}
