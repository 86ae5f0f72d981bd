import { CardTable } from './CardTable';

/** What is shown only after a click, in one file with the dashboard's: see `lazy`. */
export const rest = { CardTable };
