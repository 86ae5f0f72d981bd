import { useRef } from 'preact/hooks';

/** Returns a ref to the value of the latest render, for effects that must not run when it changes. */
export function useLatest<T>(value: T): { current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
