type ChartJs = typeof import('./chart-js');

let begin: (loaded: Promise<ChartJs>) => void = () => undefined;

/**
 * The chart library, from when `loadChartJs` lets it be loaded; rejects where it can't be (a page left
 * open over an update can't load its parts any more).
 */
export const chartJs = new Promise<ChartJs>((resolve) => {
  begin = resolve;
});

/** Lets the chart library be loaded: to be called when the first picture has been painted. */
export const loadChartJs = (): void => begin(import('./chart-js'));

// Whoever waits for it hears of a failure; nobody may be waiting.
chartJs.catch(() => undefined);
