/** What a cost can be split by. */
export const SPENT_ON = ['model', 'mentor'] as const;
export type SpentOn = (typeof SPENT_ON)[number];

/** A part of a cost, in US dollars; without a name where the API gives none. */
export interface CostShare {
  name: string | null;
  cost: number;
}
