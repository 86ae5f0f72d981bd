import { browser } from 'wxt/browser';
import { type Detection, detectActiveTab } from './active-tab';
import { pageChanges } from './page-change';
import { followReplaced, isOwnPage } from './tab-reading';

/**
 * A tab's local storage sends no event to us when it changes, so the page is watched while ours is
 * visible. A page that is watched is read anew at every third poll, when a watch has just ended, any
 * other page at each; changes of the tab come as events.
 */
const POLL_MS = 700;
const WATCHED_POLLS = 3;
const WATCH_MS = WATCHED_POLLS * POLL_MS - 50;

/**
 * The pauses between the readings that must agree before a new person is accepted: longer ones where
 * the page has changed already within the last second.
 */
const CONFIRM_MS = { calm: [7, 13, 11], restless: [50, 80, 70] };
const CALM_MS = 1000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface WatchOptions {
  /** A reading that is shown already and is not reported again. */
  known?: Detection | null;
  detect?: () => Promise<Detection>;
  /** Resolves to true when the page in a tab has changed, to false after `forMs`. */
  changes?: (tabId: number, forMs: number) => Promise<boolean>;
}

/**
 * Watches the tab in front of the user while our page is visible: another tab, navigation, in-page
 * navigation, switch of account. `onChange` gets the first reading and then each different one. For
 * another person it gets null at once, and the new reading only after three more readings agree, so
 * that a page that changes its identity a hundred times a second causes nothing. Returns a function
 * that stops it.
 */
export function watchActiveTab(
  onChange: (detection: Detection | null) => void,
  { known = null, detect = detectActiveTab, changes = pageChanges }: WatchOptions = {},
): () => void {
  let shown = known;
  let told = known !== null;
  let stopped = false;
  let looking: Promise<void> | null = null;
  let isMissed = false;
  let changedMs = Number.NEGATIVE_INFINITY;

  function look(): void {
    if (stopped) return;
    // The reading may have been made before whatever happened now.
    isMissed = looking !== null;
    looking ??= settle().finally(() => {
      looking = null;
      if (isMissed) look();
    });
  }

  const watched = new Set<number | null>();
  const isWatched = () => watched.has(tabOf(shown));
  async function watch(): Promise<void> {
    const tabId = tabOf(shown);
    // A frozen page answers when it wakes: it is not asked again before.
    if (tabId === null || watched.has(tabId)) return;
    watched.add(tabId);
    const isChanged = await changes(tabId, WATCH_MS);
    watched.delete(tabId);
    if (isChanged) look();
  }

  async function settle(): Promise<void> {
    const seen = await detect();
    if (stopped) return;
    const isSame = shown !== null && sign(seen) === sign(shown);
    if (isSame && tabOf(seen) === tabOf(shown)) return;
    // The same page in another tab needs no confirmation: nobody else's figures come.
    if (told && !isSame) {
      const isCalm = performance.now() - changedMs > CALM_MS;
      changedMs = performance.now();
      if (shown && person(seen) !== person(shown)) {
        shown = null;
        onChange(null);
      }
      for (const waitMs of isCalm ? CONFIRM_MS.calm : CONFIRM_MS.restless) {
        await pause(waitMs);
        if (stopped || sign(await detect()) !== sign(seen)) return;
      }
    }
    told = true;
    shown = seen;
    if (!stopped) onChange(seen);
  }

  let polls = 0;
  const poll = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    polls += 1;
    if (isWatched() && polls % WATCHED_POLLS !== 0) return;
    // Watched from before the reading on, so that no change falls between the two.
    watch();
    if (!looking) look();
  }, POLL_MS);
  const events = [
    browser.tabs.onActivated,
    browser.tabs.onUpdated,
    browser.tabs.onRemoved,
    // Firefox for Android has no windows.
    ...(browser.windows ? [browser.windows.onFocusChanged] : []),
  ];
  for (const event of events) event.addListener(look);
  const replaced = isOwnPage() ? browser.tabs.onReplaced : undefined;
  replaced?.addListener(followReplaced);
  document.addEventListener('visibilitychange', look);
  watch();
  look();
  return () => {
    stopped = true;
    clearInterval(poll);
    for (const event of events) event.removeListener(look);
    replaced?.removeListener(followReplaced);
    document.removeEventListener('visibilitychange', look);
  };
}

const tabOf = (detection: Detection | null): number | null =>
  detection && 'tabId' in detection ? detection.tabId : null;

/** Returns a text of the whole reading except its tab, to compare readings. */
const sign = (detection: Detection): string => JSON.stringify({ ...detection, tabId: 0 });

/**
 * Returns a text for the person in a reading; another mentor of the same person gives the same
 * text.
 */
function person(detection: Detection): string {
  if (detection.state !== 'page') return sign(detection);
  const { host, user, org } = detection.page;
  return JSON.stringify([host, user?.name, org?.key]);
}
