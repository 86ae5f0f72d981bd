import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const loads: (() => Promise<unknown>)[] = [];

/**
 * A component that the first paint of figures doesn't need: nothing is drawn until its code has
 * come, which `preloadLazy` fetches before it is wanted.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Loaded: ComponentType<P> | null = null;
  const fetchIt = async () => {
    Loaded ??= await load();
  };
  loads.push(fetchIt);
  return function Lazy(props: P) {
    const [, setCome] = useState(Loaded !== null);
    useEffect(() => {
      // Also if the code is loaded by now, because it may have arrived after this was drawn without it.
      fetchIt().then(() => setCome(true), ignore);
    }, []);
    return Loaded && <Loaded {...props} />;
  };
}

// A page that was left open during an update can't load its parts any more, so it stays as it is.
const ignore = () => undefined;

/** Loads the code that `lazy` deferred. It never rejects: a missing part is tried again when it is shown. */
export async function preloadLazy(): Promise<void> {
  await Promise.all(loads.map((load) => load().catch(ignore)));
}
