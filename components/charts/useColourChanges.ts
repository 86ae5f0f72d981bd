import { useEffect, useState } from 'preact/hooks';

const reasons = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/** Counts up when the colours of the page change: a canvas has to be drawn anew for them. */
export function useColourChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const onChange = () => setChanges((n) => n + 1);
    const queries = reasons.map((reason) => matchMedia(reason));
    for (const query of queries) query.addEventListener('change', onChange);
    return () => {
      for (const query of queries) query.removeEventListener('change', onChange);
    };
  }, []);
  return changes;
}
