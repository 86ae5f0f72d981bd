import { useEffect, useState } from 'preact/hooks';
import { useLatest } from '@/components/ui/useLatest';
import { type Identity, identityKey } from '@/utils/identity';
import { send } from '@/utils/messages/send';

const MINUTE_MS = 60_000;

/**
 * How many users were active within the last hour, of exactly this identity; null while that is unknown.
 * Asked while the page is seen, once a minute.
 */
export function useActiveNow(identity: Identity | null): number | null {
  const [found, setFound] = useState<{ key: string; count: number | null } | null>(null);
  const key = identity && identityKey(identity);
  const latest = useLatest(identity);
  useEffect(() => {
    const identity = latest.current;
    if (!identity || key === null) return;
    let isCurrent = true;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await send('activeNow', { identity });
      if (isCurrent) setFound({ key, count: answer.ok ? answer.value.count : null });
    };
    ask();
    const timer = setInterval(ask, MINUTE_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      isCurrent = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [key, latest]);
  return found !== null && found.key === key ? found.count : null;
}
