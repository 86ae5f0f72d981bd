import type { Result } from '@/utils/failure';
import type { CardData, CostBreakdown, CostData, SpentOn } from '@/utils/figures/card-data';
import type { CardRequest, SpanCosts } from './card-request';

/** What a card holds already, and since when (epoch ms). */
export interface Held<Data> {
  data?: Data | undefined;
  fetchedAtMs?: number | undefined;
}

/** How a cost is read: what is kept of it, and who hears of it as soon as its total is known. */
export interface CostReading {
  kept: SpanCosts;
  /** What a worker that was killed over the same question has left. */
  begun: CostData | undefined;
  onPart: (data: CostData) => Promise<void>;
}

/**
 * Where figures come from. Two generations of the API are two sources, and one that chooses between
 * them is a third: what a source can't say is `not-served`.
 */
export interface Source {
  cohorts(
    request: CardRequest,
    card: Held<CardData['cohorts']> | undefined,
  ): Promise<Result<CardData['cohorts']>>;
  cost(request: CardRequest, reading: CostReading): Promise<Result<CostData>>;
  /** The bars of the range before, for the cost as it is drawn; null where they can't be had. */
  costBefore(
    request: CardRequest,
    drawn: CostData,
    kept: SpanCosts,
  ): Promise<CostData['precedingSpans']>;
  feedback(request: CardRequest): Promise<Result<CardData['feedback']>>;
  /** What a person's cost went to, or the organization's where no person's is told. */
  breakdown(request: CardRequest, by: SpentOn): Promise<Result<CostBreakdown>>;
}
