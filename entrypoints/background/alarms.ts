// The listeners know the alarms before all that they lead to.

/** At this the budgets are looked at. */
export const BUDGET_ALARM = 'budget';
/** At this what is too old to be shown is removed. */
export const SWEEP_ALARM = 'sweep';
