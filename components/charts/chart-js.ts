import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { type ChartTheme, chartJsConfig } from '@/utils/figures/chart/config';
import type { ChartModel } from '@/utils/figures/chart/model';

// Only the parts that are drawn: everything else stays out of the bundle.
Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
);

/**
 * Draws a chart on a canvas of this size (CSS pixels); the result takes it off again. The size is set here
 * as the library's own way to find it is left out: see `build/without-unused.ts`.
 */
export function drawChart(
  canvas: HTMLCanvasElement,
  model: ChartModel,
  theme: ChartTheme,
  size: { width: number; height: number },
): () => void {
  canvas.width = size.width;
  canvas.height = size.height;
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
  const config = chartJsConfig(model, theme, size.width);
  const chart = new Chart(canvas, { ...config, options: { ...config.options, devicePixelRatio } });
  return () => {
    chart.destroy();
    canvas.style.removeProperty('width');
    canvas.style.removeProperty('height');
  };
}
