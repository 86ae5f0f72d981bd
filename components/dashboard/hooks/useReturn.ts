import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Calls `onReturn` whenever somebody looks at the page again, or the computer is online again. */
export function useReturn(onReturn: () => void): void {
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') onReturn();
    };
    const onFocus = (windowId: number) => {
      if (windowId !== browser.windows.WINDOW_ID_NONE) again();
    };
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    // Firefox for Android has no windows.
    browser.windows?.onFocusChanged.addListener(onFocus);
    return () => {
      browser.windows?.onFocusChanged.removeListener(onFocus);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [onReturn]);
}
