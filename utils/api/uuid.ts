const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a text is a mentor's unique id, and not its slug. */
export const isUuid = (text: string): boolean => uuid.test(text);
