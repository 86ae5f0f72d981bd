import { useEffect, useState } from 'preact/hooks';
import type { Detection } from '@/utils/context/active-tab';
import { watchActiveTab } from '@/utils/context/watch-tab';

/** Who is in the active tab; null while that is being read. `renewal` starts the reading anew. */
export function useDetection(renewal: number): Detection | null {
  const [detection, setDetection] = useState<Detection | null>(null);
  useEffect(() => watchActiveTab(setDetection), [renewal]);
  return detection;
}
