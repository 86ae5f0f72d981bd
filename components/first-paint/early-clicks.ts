/**
 * Holds back clicks on a first paint until its buttons have listeners. The returned function ends this: it lets
 * later clicks through, and repeats the last click.
 */
export function holdClicks(): () => void {
  let clicked: HTMLElement | null = null;
  const hold = (event: MouseEvent) => {
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>(CLICKABLE) : null;
    if (!target) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clicked = target;
  };
  document.addEventListener('click', hold, { capture: true });
  return () => {
    document.removeEventListener('click', hold, { capture: true });
    clicked?.click();
  };
}

/** The controls that do nothing without a listener; links work without one. */
const CLICKABLE = 'button, input, summary, label';
