const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a text is the unique id of a mentor, and not its slug. */
export const isUuid = (text: string): boolean => uuid.test(text);
