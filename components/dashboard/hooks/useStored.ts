import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { onChange } from '@/utils/store/changes';
import { readPolicy } from '@/utils/store/settings/policy';
import { watchSettings } from '@/utils/store/settings/settings';
import { changeView as changeStored, type View, watchView } from '@/utils/store/settings/view';
import { readStored, type Stored } from '../model/stored';

/** A store that did not answer is asked again after this long. */
const RETRY_MS = 2000;

/** Settings, key and view as they are stored, and as they become; null until all were read once. */
export function useStored(known: Stored | null): {
  stored: Stored | null;
  changeView: (change: (now: View) => View) => void;
} {
  const [stored, setStored] = useState<Stored | null>(known);

  const first = useRef(known);
  useEffect(() => {
    let gone = false;
    let last = 0;
    const read = async () => {
      last += 1;
      const mine = last;
      const stored = await readStored();
      if (!gone && mine === last) setStored((now) => (isSame(now, stored) ? now : stored));
    };
    // The data for the first paint may have been read before the policy was available.
    if (first.current) readPolicy().then((policy) => policy && read());
    else read();
    const stops = [
      watchSettings(read),
      watchView(read),
      onChange(({ kind }) => {
        if (kind !== 'snapshot') read();
      }),
    ];
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    const isUnread = stored?.settings.state === 'unread' || stored?.keyMetas === null;
    if (!isUnread) return;
    const timer = setTimeout(async () => setStored(await readStored()), RETRY_MS);
    return () => clearTimeout(timer);
  }, [stored]);

  // Drawn at once; every other open page hears of it through the store.
  const changeView = useCallback((change: (now: View) => View) => {
    setStored((now) => now && { ...now, view: change(now.view) });
    changeStored(change);
  }, []);

  return { stored, changeView };
}

/** Whether nothing changed: what this page wrote itself is drawn already, and is not drawn again. */
const isSame = (now: Stored | null, then: Stored): boolean =>
  JSON.stringify(now) === JSON.stringify(then);
