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

/** Draws a chart on a canvas of this size (CSS pixels); the result takes it off again. */
export function drawChart(
  canvas: HTMLCanvasElement,
  model: ChartModel,
  theme: ChartTheme,
  size: { width: number; height: number },
): () => void {
  canvas.width = size.width;
  canvas.height = size.height;
  const chart = new Chart(canvas, chartJsConfig(model, theme, size.width));
  return () => chart.destroy();
}
