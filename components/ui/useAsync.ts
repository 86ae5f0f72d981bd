import { useEffect, useState } from 'preact/hooks';
import { useLatest } from './useLatest';

/**
 * Returns the result of `load` for exactly this key; null until it has arrived, and for no key. An answer for an
 * earlier key is ignored. A load that rejects leaves it at null.
 */
export function useAsync<T>(key: string | null, load: () => Promise<T>): T | null {
  const [found, setFound] = useState<{ key: string; value: T } | null>(null);
  const latest = useLatest(load);
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    latest.current().then(
      (value) => isCurrent && setFound({ key, value }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [key, latest]);
  return found !== null && found.key === key ? found.value : null;
}
