/** Popup (`compact`) and side panel (`tall`); the page says which it is (`data-layout`). */
export type Layout = 'compact' | 'tall';
