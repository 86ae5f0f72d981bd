import { useEffect, useState } from 'preact/hooks';

let painted = false;

/**
 * False only until the page was painted for the first time: what people look at first, the headline
 * figures, waits for nothing that can come a frame later.
 */
export function useFirstPaint(): boolean {
  const [after, setAfter] = useState(painted);
  useEffect(() => {
    painted = true;
    setAfter(true);
  }, []);
  return after;
}
