// The listeners need the names of the alarms before the code that handles them is loaded.

/** The name of the alarm that checks the budgets. */
export const BUDGET_ALARM = 'budget';
/** The name of the alarm that removes data too old to be shown. */
export const SWEEP_ALARM = 'sweep';
