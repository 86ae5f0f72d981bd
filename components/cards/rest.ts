import { CardTable } from './CardTable';

/** The card views that are shown only after a click, in one file with those of the dashboard: see `lazy`. */
export const rest = { CardTable };
