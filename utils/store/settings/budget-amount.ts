import type { TextKey } from '@/utils/failure';

export type BudgetAmount = { ok: true; amount: number | null } | { ok: false; text: TextKey };

const LARGEST = 10_000_000;

/**
 * Parses a typed monthly budget in US dollars; null where the field is empty. It accepts a currency
 * sign, spaces, and a comma or a point before at most two decimals.
 */
export function parseBudget(text: string): BudgetAmount {
  const plain = text.replace(/^\s*(?:US)?\$|\s|USD\s*$/gi, '');
  if (plain === '') return { ok: true, amount: null };
  if (!/^\d{1,9}(?:[.,]\d{1,2})?$/.test(plain)) return { ok: false, text: 'budget_not_amount' };
  const amount = Number(plain.replace(',', '.'));
  if (amount <= 0) return { ok: false, text: 'budget_not_positive' };
  return amount <= LARGEST ? { ok: true, amount } : { ok: false, text: 'budget_not_amount' };
}
