import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hasSidePanel, openSidePanel } from '@/utils/side-panel';

const currentWindow = async () => (await browser.windows.getCurrent()).id;

/**
 * Returns a function that opens the side panel and must be called first in a click; null without a panel.
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
