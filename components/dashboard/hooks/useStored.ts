import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '@/utils/failure';
import { onChange } from '@/utils/store/changes';
import { readPolicy } from '@/utils/store/settings/policy';
import { watchSettings } from '@/utils/store/settings/settings';
import {
  changeShownView,
  changeView as changeStored,
  type View,
  watchView,
} from '@/utils/store/settings/view';
import { readStored, type Stored } from '../model/stored';

/** A store that did not answer is asked again after this long. */
const RETRY_MS = 2000;

/**
 * Settings, key and view as they are stored, and as they become; null until all were read once.
 * `changeView` returns what the store says.
 */
export function useStored(known: Stored | null): {
  stored: Stored | null;
  changeView: (change: (now: View) => View) => Promise<Result<null>>;
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

  const shown = useRef(stored);
  shown.current = stored;
  // Drawn and sent to the store at once, which every other open page hears of.
  const changeView = useCallback((change: (now: View) => View) => {
    const drawn = shown.current;
    const changed = (now: Stored | null) => now && { ...now, view: change(now.view) };
    shown.current = changed(drawn);
    setStored(changed);
    return drawn?.isViewStored ? changeShownView(drawn.view, change) : changeStored(change);
  }, []);

  return { stored, changeView };
}

/** Whether nothing changed: what this page wrote itself is drawn already, and is not drawn again. */
const isSame = (now: Stored | null, then: Stored): boolean =>
  JSON.stringify(now) === JSON.stringify(then);
