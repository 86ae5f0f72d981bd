const PAD_PX = 16;
const HEAD_PX = 36;
const TITLE_PX = 24;

/** Returns one image with all charts of the page and their titles; null if no chart is drawn. */
export async function pngOf(heading: string): Promise<Blob | null> {
  const plots = [...document.querySelectorAll<HTMLElement>('[data-card]')].flatMap((card) => {
    const canvas = card.querySelector<HTMLCanvasElement>('[data-drawn=chart] canvas');
    return canvas ? [{ canvas, title: titleOf(card) }] : [];
  });
  const first = plots[0];
  if (!first) return null;
  const density = first.canvas.width / first.canvas.clientWidth;
  const width = first.canvas.clientWidth + 2 * PAD_PX;
  const heights = plots.map(({ canvas }) => canvas.clientHeight + TITLE_PX + PAD_PX);
  const picture = document.createElement('canvas');
  picture.width = width * density;
  picture.height = (HEAD_PX + heights.reduce((sum, height) => sum + height, 0)) * density;
  const pen = picture.getContext('2d');
  if (!pen) return null;

  const style = getComputedStyle(document.documentElement);
  pen.scale(density, density);
  pen.fillStyle = style.getPropertyValue('--surface');
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.fillStyle = style.getPropertyValue('--ink');
  pen.font = `600 15px ${style.fontFamily}`;
  pen.fillText(heading, PAD_PX, 24);
  pen.font = `12px ${style.fontFamily}`;
  let top = HEAD_PX;
  plots.forEach(({ canvas, title }, index) => {
    pen.fillText(title, PAD_PX, top + 14);
    pen.drawImage(canvas, PAD_PX, top + TITLE_PX, canvas.clientWidth, canvas.clientHeight);
    top += heights[index] ?? 0;
  });
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
}

/** Returns the text of a card's heading and scope. */
const titleOf = (card: HTMLElement): string =>
  ['h2', '.card-scope'].map((part) => card.querySelector(part)?.textContent ?? '').join(' · ');
