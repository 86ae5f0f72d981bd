import { type PageData, pageData } from './data';

/** A page of an app: the same for every path, as single-page apps are. */
export function appPage(app: PageData['app']): string {
  const data = JSON.stringify(pageData(app)).replaceAll('<', '\\u003c');
  return page(
    '<link rel="stylesheet" href="/_demo/app.css">' +
      `<script type="application/json" id="data">${data}</script>` +
      '<script type="module" src="/_demo/app"></script>',
    '',
  );
}

/** A site that is none of ibl.ai's, with another page in a frame where one is wanted. */
export function plainPage(host: string, framed: string | null): string {
  const isSite = framed !== null && /^https:\/\/[^"<>\s]+$/.test(framed);
  const frame = isSite
    ? `<iframe src="${framed.replaceAll('&', '&amp;')}" width="900" height="600" title="Mentor"></iframe>`
    : '';
  const name = host.replace(/[^a-z0-9.-]/gi, '');
  return page('', `<h1>${name}</h1><p>A page like any other.</p>${frame}`);
}

function page(head: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Page</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}
