import type { ComponentType } from 'preact';
import type { OnFailureAction } from '@/components/ui/Notice';
import type { CardData, CardName } from '@/utils/cards/data';
import type { CardState } from '@/utils/cards/state';
import { WeekGrid } from './access-times/WeekGrid';
import type { CardContext } from './context';
import { Budget } from './cost/Budget';
import { CostBreakdown } from './cost/CostBreakdown';
import { RunningSwitch } from './cost/RunningSwitch';
import { TopicBars } from './topics/TopicBars';

/** The views of one card besides its chart and table. */
export interface CardExtras<Data> {
  /** Instead of a chart. */
  Visual?: ComponentType<{ data: Data; summary: string }>;
  /** Beside the card's title. */
  Control?: ComponentType<{ context: CardContext; onRunning: (running: boolean) => void }>;
  /** Below the chart, whether there are figures or not. */
  Budget?: ComponentType<{ context: CardContext }>;
  /** Below figures that are there. */
  Details?: ComponentType<{
    state: CardState<Data>;
    context: CardContext;
    onFailure: OnFailureAction;
  }>;
}

/** The cards that have views of their own. */
export const cardExtras: { [Name in CardName]?: CardExtras<CardData[Name]> } = {
  cost: { Control: RunningSwitch, Budget, Details: CostBreakdown },
  topics: { Visual: TopicBars },
  'access-times': { Visual: WeekGrid },
};
