import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes the limit everything is measured against: an extension with a popup that holds nothing
 * and a worker that only answers. Returns its folder.
 */
export function writeEmptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lens-empty-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write(
    'manifest.json',
    JSON.stringify({
      manifest_version: 3,
      name: 'Empty',
      version: '1',
      action: { default_popup: 'popup.html' },
      background: { service_worker: 'worker.js' },
    }),
  );
  write(
    'popup.html',
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body style="width:400px;height:600px">empty</body></html>',
  );
  write('worker.js', 'chrome.runtime.onMessage.addListener((_m, _s, reply) => { reply(1); });');
  return folder;
}
