/** The alarm at which the budgets are looked at: the listeners know it before all that it leads to. */
export const BUDGET_ALARM = 'budget';
