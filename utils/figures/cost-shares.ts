/** What a cost can be split by; by person it is the organization's. */
export const SPENT_ON = ['model', 'mentor', 'provider', 'action', 'person'] as const;
export type SpentOn = (typeof SPENT_ON)[number];

/** A part of a cost, in US dollars; without a name where the API gives none. */
export interface CostShare {
  name: string | null;
  cost: number;
}
