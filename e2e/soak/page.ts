/** The visible result of one click on Refresh. */
export interface Seen {
  /** From the click until nothing was on its way any more. */
  replyMs: number;
  /** Whatever said that something had failed, at any moment between. */
  failures: string[];
  /** Each message sent meanwhile: when (ms after the click), how long it took, and its result. */
  trail: string[];
}

/**
 * Gives a page of ours `__ask()`: clicks Refresh and watches every change of the document until the
 * page is settled again, at most 25 s. Anything that tells of a failure meanwhile is noted.
 */
export const ASKING = `(() => {
  const FAILED = '[role=alert], main[data-state=error], section[data-state=error], .card-note button';
  let trail = [];
  let clickedMs = 0;
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = (message) => {
    const sentMs = performance.now();
    const note = (what) => trail.push(
      message.command + ' ' + Math.round(sentMs - clickedMs) + '+' +
      Math.round(performance.now() - sentMs) + ' ' + what);
    const reply = send(message);
    reply.then((got) => note(JSON.stringify(got) ?? 'undefined'), (error) => note(error.message));
    return reply;
  };
  const main = () => document.querySelector('main');
  window.__ask = () => new Promise((resolve) => {
    const failures = new Set();
    const fromMs = performance.now();
    let asked = false;
    trail = [];
    clickedMs = fromMs;
    const finish = () => {
      watcher.disconnect();
      clearTimeout(deadline);
      resolve({ replyMs: performance.now() - fromMs, failures: [...failures], trail });
    };
    const look = () => {
      for (const node of document.querySelectorAll(FAILED)) {
        failures.add(node.dataset.failure ?? node.dataset.state ?? node.parentElement.textContent);
      }
      if (main()?.dataset.state !== 'ready') failures.add('not ready: ' + main()?.dataset.state);
      const busy = main()?.getAttribute('aria-busy') === 'true';
      if (busy) asked = true;
      else if (asked) finish();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { subtree: true, childList: true, attributes: true });
    const deadline = setTimeout(() => { failures.add('still busy'); finish(); }, 25_000);
    document.querySelector('button[aria-label=Refresh]').click();
    look();
  });
})()`;
