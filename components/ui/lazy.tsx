import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const loads: (() => Promise<unknown>)[] = [];

/**
 * A component that the first picture of figures doesn't need: nothing is drawn until its code has
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
      // Even where it has come by now: it may have done so since this was drawn without it.
      fetchIt().then(() => setCome(true), ignore);
    }, []);
    return Loaded && <Loaded {...props} />;
  };
}

// A page left open over an update can't load its parts any more; what stands stays.
const ignore = () => undefined;

/** Fetches what `lazy` put off. It never rejects: a part that is missing is tried again when shown. */
export async function preloadLazy(): Promise<void> {
  await Promise.all(loads.map((load) => load().catch(ignore)));
}
