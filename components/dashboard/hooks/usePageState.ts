import { useEffect, useMemo, useState } from 'preact/hooks';
import type { View } from '@/utils/store/settings/view';
import { type PageState, pageStateOf } from '../model/page-state';
import type { useDetection } from './useDetection';
import type { useStored } from './useStored';

/** Returns what is known from the page in the tab; a click can allow the organization of that page. */
export function usePageState(
  stored: ReturnType<typeof useStored>['stored'],
  detection: ReturnType<typeof useDetection>,
  view: View,
): { pageState: PageState; acceptPage: () => void } {
  const [acceptedPageKey, setAcceptedPageKey] = useState<string | null>(null);
  const settings = stored?.settings ?? null;
  const keyMetas = stored?.keyMetas;
  const pageState = useMemo(
    () => pageStateOf({ settings, keyMetas, detection, acceptedPageKey }, view),
    [settings, keyMetas, detection, acceptedPageKey, view],
  );
  const { screen } = pageState;
  // A click that allowed the organization of one page applies only to that page.
  const pageKey = screen.kind === 'org-mismatch' ? screen.pageKey : null;
  useEffect(() => {
    if (pageKey !== null) setAcceptedPageKey(null);
  }, [pageKey]);
  return { pageState, acceptPage: () => setAcceptedPageKey(pageKey) };
}
