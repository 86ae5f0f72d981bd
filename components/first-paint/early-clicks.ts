/**
 * Holds clicks on a picture back until somebody listens to its buttons. The result hands over: it lets
 * clicks through from then on, and clicks once more what was clicked last.
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

/** What does nothing by itself; links do, and go where they go. */
const CLICKABLE = 'button, input, summary, label';
