import { useEffect, useRef, useState } from 'preact/hooks';
import type { Detection } from '@/utils/tab/active-tab';
import { watchActiveTab } from '@/utils/tab/watch-tab';

/**
 * Who is in the active tab; null while that is being read. `known` was read before; `renewal` starts
 * the reading anew.
 */
export function useDetection(renewal: number, known: Detection | null): Detection | null {
  const [detection, setDetection] = useState(known);
  const first = useRef(known);
  useEffect(
    () => watchActiveTab(setDetection, { known: renewal === 0 ? first.current : null }),
    [renewal],
  );
  return detection;
}
