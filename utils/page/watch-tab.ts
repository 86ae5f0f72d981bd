import { browser } from 'wxt/browser';
import { type Detection, detectActiveTab } from './active-tab';

/**
 * A tab's local storage tells nobody that it changed, so it is read again while we are in view; what else
 * can change there comes as an event. With the readings that confirm a change it is noticed within a second.
 */
const POLL_MS = 700;

/** Distances between the readings that must agree before somebody new is believed to be there. */
const CONFIRM_MS = [50, 80, 70];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface WatchOptions {
  /** A reading that is shown already, and is not told again. */
  known?: Detection | null;
  detect?: () => Promise<Detection>;
}

/**
 * Follows the tab in front of the user while our page is visible: another tab, navigation, in-page
 * navigation, switch of account. `onChange` gets the first reading and then each that differs. When
 * somebody else is there it gets null at once, and the new reading only after three more agree: a
 * page that flips its identity a hundred times a second causes nothing. Returns how to stop.
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
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    stopped = true;
    clearInterval(poll);
    for (const event of events) event.removeListener(look);
    document.removeEventListener('visibilitychange', look);
  };
}

/** All that a reading says, but for the tab it comes from. */
const sign = (detection: Detection): string => JSON.stringify({ ...detection, tabId: 0 });

/** Whose page a reading is: another mentor of the same person's is no other person. */
function person(detection: Detection): string {
  if (detection.state !== 'page') return sign(detection);
  const { host, user, org } = detection.page;
  return JSON.stringify([host, user?.name, org?.key]);
}
