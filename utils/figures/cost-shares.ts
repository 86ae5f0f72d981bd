/** The categories by which a cost can be divided; by person it is the organization's cost. */
export const SPENT_ON = ['model', 'mentor', 'provider', 'action', 'person'] as const;
export type SpentOn = (typeof SPENT_ON)[number];

/** A part of a cost, in US dollars; the name is missing where the API gives none. */
export interface CostShare {
  name: string | null;
  cost: number;
}
