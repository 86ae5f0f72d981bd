import { browser } from 'wxt/browser';
import { type Detection, detectActiveTab } from './active-tab';
import { followReplaced, isOwnPage } from './tab-reading';

/**
 * A tab's local storage sends no event to us when it changes, so it is read again while our page is
 * visible; other changes come as events. Together with the confirming readings, a change is noticed
 * within a second.
 */
const POLL_MS = 700;

/** The pauses between the readings that must agree before a new person is accepted. */
const CONFIRM_MS = [50, 80, 70];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface WatchOptions {
  /** A reading that is shown already and is not reported again. */
  known?: Detection | null;
  detect?: () => Promise<Detection>;
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
  { known = null, detect = detectActiveTab }: WatchOptions = {},
): () => void {
  let shown = known;
  let told = known !== null;
  let stopped = false;
  let looking: Promise<void> | null = null;

  function look(): void {
    if (stopped || looking) return;
    looking = settle().finally(() => {
      looking = null;
    });
  }

  async function settle(): Promise<void> {
    const seen = await detect();
    if (stopped || (shown && sign(seen) === sign(shown))) return;
    if (told) {
      if (shown && person(seen) !== person(shown)) {
        shown = null;
        onChange(null);
      }
      for (const waitMs of CONFIRM_MS) {
        await pause(waitMs);
        if (stopped || sign(await detect()) !== sign(seen)) return;
      }
    }
    told = true;
    shown = seen;
    if (!stopped) onChange(seen);
  }

  const poll = setInterval(() => {
    if (document.visibilityState === 'visible') look();
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
  look();
  return () => {
    stopped = true;
    clearInterval(poll);
    for (const event of events) event.removeListener(look);
    replaced?.removeListener(followReplaced);
    document.removeEventListener('visibilitychange', look);
  };
}

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
