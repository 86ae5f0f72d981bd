import { expect, it } from 'vitest';
import { parseBudget } from './budget-amount';

it.each([
  ['', null],
  ['  ', null],
  ['50', 50],
  ['50.25', 50.25],
  ['50,25', 50.25],
  [' $ 50 ', 50],
  ['50 USD', 50],
  ['1 000', 1000],
])('reads %j as %j', (text, amount) => expect(parseBudget(text)).toEqual({ ok: true, amount }));

it.each([
  ['0', 'budget_not_positive'],
  ['0.00', 'budget_not_positive'],
  ['-5', 'budget_not_amount'],
  ['1,000', 'budget_not_amount'],
  ['1.5e3', 'budget_not_amount'],
  ['fifty', 'budget_not_amount'],
  ['99999999', 'budget_not_amount'],
  ['50.255', 'budget_not_amount'],
])('refuses %j, and says why', (text, reason) =>
  expect(parseBudget(text)).toEqual({ ok: false, text: reason }));
