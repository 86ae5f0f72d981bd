import { type Kpi, UNKNOWN_KPI } from '@/utils/figures/kpi';
import type { KpiSpec } from './card';
import { type CardData, type CardName, cardNames } from './data';
import type { Figures } from './state';
import { cardViews } from './view';

/** For tests: every headline figure by its name; unknown where its card has no figures. */
export function kpis(figures: Figures): Record<string, Kpi> {
  const all: Record<string, Kpi> = {};
  const add = <Name extends CardName>(name: Name) => {
    const specs: readonly KpiSpec<CardData[Name]>[] = cardViews[name].kpis;
    const data = figures[name];
    for (const spec of specs) all[spec.name] = data ? spec.compute(data) : UNKNOWN_KPI;
  };
  for (const name of cardNames) add(name);
  return all;
}
