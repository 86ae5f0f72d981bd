/** Notes every name that stands over figures, with the figures, as they are drawn. */
export const WATCH = `(() => {
  const seen = (window.__seen = []);
  const look = () => {
    const main = document.querySelector('main');
    const name = document.querySelector('.who h1')?.textContent ?? '';
    const first = ['new-users', 'veteran-users', 'cost', 'feedback'];
    const outputs = [...document.querySelectorAll('output[data-kpi]')];
    const values = outputs.filter((one) => first.includes(one.dataset.kpi)).map(({ dataset }) => dataset.value);
    const line = JSON.stringify([main?.dataset.user, name, values]);
    if (seen.at(-1) !== line) seen.push(line);
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  look();
})()`;

/** Moves the app's tab out into a window of its own, and leaves an empty one in its place. */
export const MOVE_AWAY = `(async () => {
  const { id: window } = await chrome.windows.getCurrent();
  const [{ id: tab }] = await chrome.tabs.query({ active: true, windowId: window });
  await chrome.tabs.create({ windowId: window, active: false, url: 'about:blank' });
  await chrome.windows.create({ tabId: tab, focused: true });
  return { window, tab };
})()`;

/** Moves it back to where it was. */
export const moveBack = ({ window, tab }: { window: number; tab: number }) =>
  `chrome.tabs.move(${tab}, { windowId: ${window}, index: 0 })
    .then(() => chrome.tabs.update(${tab}, { active: true }))
    .then(() => null)`;
