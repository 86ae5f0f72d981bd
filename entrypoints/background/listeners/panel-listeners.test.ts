import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { addMenus } from './menus';
import { listenForPanel } from './panel-listeners';

const open = vi.fn(async () => undefined);
const onCommand = vi.fn();
const onClicked = vi.fn();
const create = vi.fn();

beforeEach(() => {
  for (const mock of [open, onCommand, onClicked, create]) mock.mockClear();
  Object.assign(browser.sidePanel, { open });
  browser.commands.onCommand.addListener = onCommand;
  browser.contextMenus.onClicked.addListener = onClicked;
  browser.contextMenus.create = create;
  browser.contextMenus.removeAll = async () => undefined;
});

it('the panel opens by shortcut and by both menus, in the window they were used in', () => {
  listenForPanel();
  const [command] = onCommand.mock.calls[0] ?? [];
  const [clicked] = onClicked.mock.calls[0] ?? [];
  command('open-side-panel', { windowId: 7 });
  expect(open).toHaveBeenLastCalledWith({ windowId: 7 });
  clicked({ menuItemId: 'open-side-panel' }, { windowId: 8 });
  expect(open).toHaveBeenLastCalledWith({ windowId: 8 });
  clicked({ menuItemId: 'open-side-panel-icon' }, { windowId: 9 });
  expect(open).toHaveBeenLastCalledWith({ windowId: 9 });
  command('something-else', { windowId: 7 });
  clicked({ menuItemId: 'something-else' }, { windowId: 7 });
  expect(open).toHaveBeenCalledTimes(3);
});

it('the menus are on ibl.ai pages and on the icon, and nowhere else', async () => {
  await addMenus();
  const entries = create.mock.calls.map(([entry]) => entry);
  expect(entries.map(({ contexts }) => contexts)).toEqual([['page'], ['action']]);
  const patterns: string[] = entries[0]?.documentUrlPatterns ?? [];
  expect(patterns).toHaveLength(4);
  for (const pattern of patterns) {
    expect(pattern).toMatch(/^https:\/\/(\*\.)?(ibl\.ai|iblai\.app)\/\*$/);
  }
});
