import { useEffect, useState } from 'preact/hooks';
import { say } from '@/components/ui/text';

const PATIENCE_MS = 150;

/**
 * The outline of the dashboard while even the user is unknown. Reading that takes a few
 * milliseconds as a rule; an outline shown so briefly would only flicker.
 */
export function Skeleton() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <h1 class="hidden-text">{say('app_name')}</h1>
      {long && (
        <>
          <div class="top">
            <div class="who">
              <span class="avatar" />
              <div class="who-text">
                <span class="bone" />
                <span class="bone" />
              </div>
            </div>
          </div>
          <div class="content">
            <div class="figures blank" />
            <div class="card blank" />
            <div class="card blank" />
          </div>
        </>
      )}
    </>
  );
}
