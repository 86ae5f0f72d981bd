import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { answer, type Run } from './answer';
import { isCommand } from './command-names';
import type { Handlers } from './contract';
import { ARGS, installed, ORIGIN } from './fake-channel';
import { runCommand } from './run-command';

beforeEach(installed);

const good = { ok: true, value: null };
const REFUSED = { ok: false, failure: { kind: 'worker-unreachable' } };

describe('answering', () => {
  const handlers: { [Name in keyof Handlers]: Mock<Handlers[Name]> } = {
    refresh: vi.fn(async () => ({ ok: true, value: null })),
    keyMetas: vi.fn(async () => ({ ok: true, value: {} })),
    test: vi.fn(async () => ({ ok: true, value: { works: true, lines: [] } })),
    comparison: vi.fn(async () => ({ ok: true, value: null })),
    findBase: vi.fn(async () => ({ ok: true, value: { baseUrl: null } }) as const),
    month: vi.fn(async () => ({ ok: true, value: { total: 1, asOfMs: 2 } }) as const),
    costBreakdown: vi.fn(async () => ({ ok: false, failure: { kind: 'not-served' } }) as const),
    activeNow: vi.fn(async () => ({ ok: true, value: { count: 1, asOfMs: 1 } }) as const),
    resolveMentor: vi.fn(async () => ({ ok: true, value: { mentorId: 'm', name: null } }) as const),
  };

  function deliver(message: unknown, sender: object, run?: Run): unknown {
    const listen = vi.spyOn(browser.runtime.onMessage, 'addListener');
    answer(run ?? ((command, args) => runCommand(handlers, command, args)));
    const listener: unknown = listen.mock.calls.at(-1)?.[0];
    if (typeof listener !== 'function') throw new Error('nobody listens');
    return listener(message, sender, () => {});
  }

  const ours = { id: 'lens', origin: ORIGIN };

  beforeEach(() => {
    for (const handler of Object.values(handlers)) handler.mockClear();
  });

  it('runs the one handler of a command', async () => {
    expect(await deliver({ command: 'refresh', args: ARGS }, ours)).toEqual(good);
    expect(handlers.refresh).toHaveBeenCalledWith(ARGS);
  });

  it('hears our page opened in a tab, which has a tab as any site has', async () => {
    expect(await deliver({ command: 'refresh', args: ARGS }, { ...ours, tab: { id: 1 } })).toEqual(
      good,
    );
  });

  it.each([
    { id: 'lens', origin: 'https://os.ibl.ai' },
    { id: 'lens', origin: 'chrome-extension://lens.evil' },
    { id: 'other', origin: ORIGIN },
    { id: 'lens', url: `${ORIGIN}.evil/popup.html` },
    { id: 'lens', origin: 'null' },
    { id: 'lens', origin: 'null', url: `${ORIGIN}/popup.html` },
    { id: undefined, origin: ORIGIN },
    { id: 'lens' },
    {},
  ])('refuses whoever is not ours: %j', (sender) => {
    expect(deliver({ command: 'refresh', args: ARGS }, sender)).toBeUndefined();
    expect(handlers.refresh).not.toHaveBeenCalled();
  });

  it('hears our page in a browser that names no origin', async () => {
    const sender = { id: 'lens', url: `${ORIGIN}/popup.html` };
    expect(await deliver({ command: 'refresh', args: ARGS }, sender)).toEqual(good);
  });

  it('fault 88: gives a handler no more than its own arguments', async () => {
    const args = JSON.parse(JSON.stringify(ARGS).replace('{', '{"__proto__":{"a":1},"more":1,'));
    await deliver({ command: 'refresh', args }, ours);
    expect(handlers.refresh).toHaveBeenCalledWith(ARGS);
  });

  it.each([
    undefined,
    null,
    5,
    'refresh',
    [],
    { command: 5 },
    { args: ARGS },
  ])('refuses %j, which is no message', async (message) => {
    expect(await deliver(message, ours)).toEqual(REFUSED);
  });

  it.each([
    'nonsense',
    '__proto__',
    'constructor',
    'toString',
  ])('refuses the command %s', async (command) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await deliver({ command, args: {} }, ours)).toEqual(REFUSED);
    // The command was refused without running anything: a bug would have been logged.
    expect(log).not.toHaveBeenCalled();
  });

  it('refuses arguments of another shape', async () => {
    expect(
      await deliver({ command: 'refresh', args: { ...ARGS, newerThanMs: 'yes' } }, ours),
    ).toEqual(REFUSED);
    expect(handlers.refresh).not.toHaveBeenCalled();
  });

  it('settles when a handler has a bug, and logs it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    handlers.refresh.mockRejectedValueOnce(new Error('bug'));
    expect(await deliver({ command: 'refresh', args: ARGS }, ours)).toEqual(REFUSED);
    expect(log).toHaveBeenCalled();
  });

  it('loads nothing for whoever is not ours, and nothing for what is no command', async () => {
    const run = vi.fn<Run>();
    await deliver({ command: 'refresh', args: ARGS }, { id: 'other', origin: ORIGIN }, run);
    for (const message of [null, { command: 'none', args: ARGS }, { command: ['refresh'] }])
      await deliver(message, ours, run);
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    ['at once', () => Promise.reject(new Error('not there'))],
    [
      'before it answers',
      () => {
        throw new Error('not there');
      },
    ],
  ])('settles when what it answers with fails %s, and logs it', async (_, run) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await deliver({ command: 'refresh', args: ARGS }, ours, run)).toEqual(REFUSED);
    expect(log).toHaveBeenCalledWith(new Error('not there'));
  });

  it('knows every command by its name', () => {
    expect(Object.keys(handlers).every(isCommand)).toBe(true);
  });
});
