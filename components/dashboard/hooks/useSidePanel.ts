import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hasSidePanel, openSidePanel } from '@/utils/side-panel';

const currentWindow = async () => (await browser.windows.getCurrent()).id;

/**
 * What opens the panel beside the page, to be called first thing in a click; null where there is none.
 * The window is asked for beforehand: browsers open the panel only while the click is being handled.
 */
export function useSidePanel(wanted: boolean): (() => Promise<void>) | null {
  const offered = wanted && hasSidePanel();
  const windowId = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (!offered) return;
    currentWindow().then((id) => {
      windowId.current = id;
    });
  }, [offered]);
  return offered ? async () => openSidePanel(windowId.current ?? (await currentWindow())) : null;
}
