/**
 * Returns the result of `work`, or that of `late` (which may throw) once `timeoutMs` have passed.
 * The work is not stopped, but its result is ignored from then on.
 */
export function withDeadline<T>(
  work: Promise<T>,
  timeoutMs: number,
  late: () => T | Promise<T>,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  }).then(late);
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}
