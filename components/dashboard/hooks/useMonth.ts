import { useEffect, useState } from 'preact/hooks';
import { useLatest } from '@/components/ui/useLatest';
import type { MonthCost } from '@/utils/figures/budget';
import { send } from '@/utils/messages/send';
import { onChange } from '@/utils/store/changes';
import { type MonthPlace, readMonth } from '@/utils/store/snapshots/months';

/**
 * The cost of the month that runs, from the store at once and brought up to date; null while it is
 * unknown, and for no place. `newerThanMs` asks again after a click on "Refresh" (epoch ms). It is asked
 * whenever newer figures have come (`fetchedAtMs`): what failed while the computer was offline, as at the
 * turn of a month that it slept over, is then to be had.
 */
export function useMonth(
  place: MonthPlace | null,
  newerThanMs: number,
  fetchedAtMs: number | null = null,
): MonthCost | null {
  const key = JSON.stringify(place);
  const [found, setFound] = useState<{ key: string; month: MonthCost | null } | null>(null);

  const latest = useLatest(place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: newer figures are the occasion to ask again.
  useEffect(() => {
    const place = latest.current;
    if (!place) return;
    let gone = false;
    const read = async () => {
      const month = await readMonth(place, Date.now());
      if (!gone) setFound({ key, month });
    };
    read();
    const { baseUrl, org, user, isPrivate = false } = place;
    send('month', { baseUrl, org, user, newerThanMs, isPrivate }).then(read);
    const stop = onChange(({ kind }) => kind === 'month' && read());
    return () => {
      gone = true;
      stop();
    };
  }, [key, newerThanMs, fetchedAtMs, latest]);

  return found?.key === key ? found.month : null;
}
