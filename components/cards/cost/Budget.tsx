import { type MonthCost, outlook, stepReached } from '@/utils/figures/budget';
import { longDay, money, monthName, percentSpent } from '@/utils/figures/text/format';
import { locale, say } from '@/utils/say';
import type { CardContext } from '../context';

/** The spent part of the month's budget, the forecast for the month, and the day on which it is used up. */
export function Budget({ context }: { context: CardContext }) {
  return context.budget && <BudgetLine {...context.budget} nowMs={context.nowMs} />;
}

function BudgetLine(props: {
  /** US dollars a month, above zero. */
  amount: number;
  month: MonthCost | null;
  nowMs: number;
}) {
  const { amount, month, nowMs } = props;
  const budget = money(amount, locale());
  if (!month) {
    return (
      <div class="budget">
        {/* An empty bar would say that nothing is spent; its room stays, so that nothing moves. */}
        <progress style={{ visibility: 'hidden' }} />
        <p>{say('ui_budget_unknown', budget, monthName(nowMs, locale()))}</p>
      </div>
    );
  }
  const { share } = outlook(month, amount);
  const text = say(
    'ui_budget_spent',
    monthName(month.asOfMs, locale()),
    money(month.total, locale()),
    budget,
    percentSpent(share, locale()),
  );
  return (
    <div class="budget" data-step={stepReached(share) ?? 0}>
      <progress max={1} value={Math.min(1, Math.max(0, share))} aria-label={text} />
      <p>
        {text} {forecast(month, amount)}
      </p>
    </div>
  );
}

function forecast(month: MonthCost, amount: number): string {
  const { projected, runsOutMs } = outlook(month, amount);
  if (projected === null) return '';
  const end = money(projected, locale());
  return runsOutMs === null
    ? say('ui_budget_projected', end)
    : say('ui_budget_runs_out', end, longDay(runsOutMs, locale()));
}
