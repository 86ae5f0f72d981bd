import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyOfBuild } from './output';
import { useStage } from './stage';

/** The build with the permission that a click on the options page asks for: no question can be answered here. */
function allowedBuild(): string {
  const dir = copyOfBuild('chrome');
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const permissions = [...manifest.permissions, ...manifest.optional_permissions];
  writeFileSync(path, JSON.stringify({ ...manifest, permissions, optional_permissions: [] }));
  return dir;
}

const extensionDir = allowedBuild();
afterAll(() => rmSync(extensionDir, { recursive: true, force: true }));
const stage = useStage({ extensionDir });

it('a click on a notification opens the options page, and puts the notification away', async () => {
  const worker = await stage.session.worker();
  await worker.evaluate(`chrome.notifications.create('budget 1', {
    type: 'basic', iconUrl: chrome.runtime.getURL('/icon/128.png'), title: 'a', message: 'b'
  })`);
  const shown = () => worker.evaluate('chrome.notifications.getAll()');
  expect(await shown()).toEqual({ 'budget 1': true });
  // The system's part, which nothing here can click.
  await worker.evaluate("chrome.notifications.onClicked.dispatch('budget 1', true)");
  await expect.poll(shown).toEqual({});
  await expect
    .poll(() => stage.session.context.pages().map((page) => page.url()))
    .toContain(stage.session.extensionUrl('options.html'));
});
