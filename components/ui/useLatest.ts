import { useRef } from 'preact/hooks';

/** What was given at the newest drawing: for effects that run for another reason than its change. */
export function useLatest<T>(value: T): { current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
