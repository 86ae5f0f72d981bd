import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { answer, type Handlers, send } from './messages';

const ARGS = {
  identity: {
    baseUrl: 'https://api.iblai.app',
    org: 'acme',
    user: 'ada',
    mentorId: null,
    keyFingerprint: 'f',
  },
  range: { kind: '30d' },
  force: false,
} as const;
const ORIGIN = 'chrome-extension://lens';

beforeEach(() => {
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => ORIGIN + path);
  Object.assign(browser.runtime, { id: 'lens' });
});
afterEach(() => vi.useRealTimers());

/** The worker's side of the channel: `sendMessage` has many forms, and a spy would take the last. */
function sendMessage() {
  const sent = vi.fn<() => Promise<unknown>>();
  Object.assign(browser.runtime, { sendMessage: sent });
  return sent;
}
const good = { ok: true, value: null };

describe('a command', () => {
  it('brings the worker’s answer', async () => {
    sendMessage().mockResolvedValue(good);
    expect(await send('refresh', ARGS)).toEqual(good);
  });

  it('fault 56: is sent again, once, when the worker dies over it', async () => {
    const sent = sendMessage()
      .mockRejectedValueOnce(new Error('message port closed'))
      .mockResolvedValue(good);
    expect(await send('refresh', ARGS)).toEqual(good);
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('is given up after the second death', async () => {
    const sent = sendMessage().mockRejectedValue(new Error('Could not establish connection'));
    expect(await send('refresh', ARGS)).toEqual({
      ok: false,
      failure: { kind: 'worker-unreachable' },
    });
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('fault 60: is given up after 20 s when nobody answers', async () => {
    vi.useFakeTimers();
    sendMessage().mockReturnValue(new Promise(() => {}));
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await reply).toEqual({ ok: false, failure: { kind: 'worker-unreachable' } });
  });

  it.each([
    undefined,
    null,
    {},
    { ok: true, value: 'x' },
    { ok: false, failure: { kind: 'nonsense' } },
  ])('never believes an answer of another shape: %j', async (reply) => {
    sendMessage().mockResolvedValue(reply);
    expect((await send('refresh', ARGS)).ok).toBe(false);
  });

  it('fault 65: says that the extension was updated when the page outlived it', async () => {
    sendMessage().mockRejectedValue(new Error('Extension context invalidated.'));
    Object.assign(browser.runtime, { id: undefined });
    expect(await send('refresh', ARGS)).toEqual({
      ok: false,
      failure: { kind: 'extension-updated' },
    });
  });
});

describe('answering', () => {
  const handlers: { [Name in keyof Handlers]: Mock<Handlers[Name]> } = {
    refresh: vi.fn(async () => ({ ok: true, value: null })),
    test: vi.fn(async () => ({ ok: true, value: { works: true, lines: [] } })),
    resolveMentor: vi.fn(async () => ({ ok: true, value: { mentorId: 'm', name: null } }) as const),
  };

  function deliver(message: unknown, sender: object): unknown {
    const listen = vi.spyOn(browser.runtime.onMessage, 'addListener');
    answer(handlers);
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
    { id: 'lens' },
    {},
  ])('refuses whoever is not ours: %j', (sender) => {
    expect(deliver({ command: 'refresh', args: ARGS }, sender)).toBeUndefined();
    expect(handlers.refresh).not.toHaveBeenCalled();
  });

  it.each(['nonsense', '__proto__', 'constructor', 'toString'])(
    'refuses the command %s',
    async (command) => {
      expect(await deliver({ command, args: {} }, ours)).toMatchObject({ ok: false });
    },
  );

  it('refuses arguments of another shape', async () => {
    expect(
      await deliver({ command: 'refresh', args: { ...ARGS, force: 'yes' } }, ours),
    ).toMatchObject({ ok: false });
    expect(handlers.refresh).not.toHaveBeenCalled();
  });

  it('settles when a handler has a bug, and logs it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    handlers.refresh.mockRejectedValueOnce(new Error('bug'));
    expect(await deliver({ command: 'refresh', args: ARGS }, ours)).toMatchObject({ ok: false });
    expect(log).toHaveBeenCalled();
  });
});
