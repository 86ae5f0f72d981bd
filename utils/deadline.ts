/**
 * What `work` comes to, or what `late` gives once `timeoutMs` have passed (it may throw instead). The
 * work is not stopped; nobody waits for it any more.
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
