import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ARGS, installed } from './fake-channel';
import { send } from './send';

beforeEach(installed);
afterEach(() => vi.useRealTimers());

/**
 * The worker's side of the channel. `sendMessage` has several overloads, and a spy would use the
 * last one.
 */
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

  it.each([
    1, 2, 9,
  ])('fault 56: is sent again when the worker dies over it, %i times', async (deaths) => {
    vi.useFakeTimers();
    const sent = sendMessage().mockResolvedValue(good);
    for (let n = 0; n < deaths; n += 1) {
      sent.mockRejectedValueOnce(new Error('message port closed'));
    }
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await reply).toEqual(good);
    expect(sent).toHaveBeenCalledTimes(deaths + 1);
  });

  it('waits for no time before it is sent again after the first death', async () => {
    vi.useFakeTimers();
    sendMessage().mockRejectedValueOnce(new Error('message port closed')).mockResolvedValue(good);
    expect(await send('refresh', ARGS)).toEqual(good);
  });

  it('fault 59: is sent again when the worker failed to start the first time', async () => {
    const sent = sendMessage()
      .mockRejectedValueOnce(new Error('Receiving end does not exist'))
      .mockResolvedValue({ ok: false, failure: { kind: 'no-key' } });
    expect(await send('refresh', ARGS)).toEqual({ ok: false, failure: { kind: 'no-key' } });
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('fault 57: is not sent again when it was answered, whatever the answer', async () => {
    const sent = sendMessage().mockResolvedValue({ ok: false, failure: { kind: 'timeout' } });
    expect(await send('refresh', ARGS)).toEqual({ ok: false, failure: { kind: 'timeout' } });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('fault 59: is sent again for as long as there is time when the worker dies over and over', async () => {
    vi.useFakeTimers();
    const sent = sendMessage().mockRejectedValue(new Error('Could not establish connection'));
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(sent.mock.calls.length).toBeGreaterThan(40);
    sent.mockResolvedValue(good);
    await vi.advanceTimersByTimeAsync(999);
    expect(await reply).toEqual(good);
  });

  it('fault 59: is given up at the deadline, and sent no more', async () => {
    vi.useFakeTimers();
    const sent = sendMessage().mockRejectedValue(new Error('Could not establish connection'));
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await reply).toEqual({ ok: false, failure: { kind: 'worker-unreachable' } });
    const calls = sent.mock.calls.length;
    expect(calls).toBeLessThan(60);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toHaveBeenCalledTimes(calls);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    undefined,
    null,
  ])('fault 56: takes %j, which a living worker never says, for its death', async (nothing) => {
    vi.useFakeTimers();
    const sent = sendMessage().mockResolvedValue(nothing);
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(10_000);
    sent.mockResolvedValue(good);
    await vi.advanceTimersByTimeAsync(500);
    expect(await reply).toEqual(good);
  });

  it('fault 56: is sent beside one that nothing comes of, as that may wait for a wake-up', async () => {
    vi.useFakeTimers();
    const sent = sendMessage().mockReturnValueOnce(new Promise(() => {}));
    sent.mockResolvedValue(good);
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await reply).toEqual(good);
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('is sent three times at most to a worker that is slow, and takes the first answer', async () => {
    vi.useFakeTimers();
    const sent = sendMessage();
    sent.mockReturnValueOnce(new Promise((resolve) => setTimeout(() => resolve(good), 14_000)));
    sent.mockReturnValue(new Promise(() => {}));
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(14_000);
    expect(await reply).toEqual(good);
    expect(sent).toHaveBeenCalledTimes(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fault 56: is sent again when a dying worker fails over it', async () => {
    vi.useFakeTimers();
    const failed = { ok: false, failure: { kind: 'worker-unreachable' } };
    sendMessage()
      .mockResolvedValueOnce(failed)
      .mockResolvedValueOnce(failed)
      .mockResolvedValueOnce(failed)
      .mockRejectedValueOnce(new Error('message port closed'))
      .mockResolvedValueOnce(failed)
      .mockResolvedValue(good);
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await reply).toEqual(good);
  });

  it('fault 60: is given up after 20 s when nobody answers', async () => {
    vi.useFakeTimers();
    sendMessage().mockReturnValue(new Promise(() => {}));
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await reply).toEqual({ ok: false, failure: { kind: 'worker-unreachable' } });
  });

  it.each([
    {},
    { ok: true, value: 'x' },
    { ok: false, failure: { kind: 'nonsense' } },
    { ok: false, failure: { kind: 'worker-unreachable' } },
  ])('never believes an answer of another shape, and gives up a worker that lives and gives no other: %j', async (nonsense) => {
    vi.useFakeTimers();
    const sent = sendMessage().mockResolvedValue(nonsense);
    const reply = send('refresh', ARGS);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await reply).toEqual({ ok: false, failure: { kind: 'worker-unreachable' } });
    expect(sent).toHaveBeenCalledTimes(4);
  });

  it('fault 65: says that the extension was updated when the page outlived it', async () => {
    const sent = sendMessage().mockImplementation(async () => {
      Object.assign(browser.runtime, { id: undefined });
      throw new Error('Extension context invalidated.');
    });
    expect(await send('refresh', ARGS)).toEqual({
      ok: false,
      failure: { kind: 'extension-updated' },
    });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('fault 66: in flight while the extension is updated settles, and says so', async () => {
    vi.useFakeTimers();
    sendMessage().mockReturnValue(new Promise(() => {}));
    const reply = send('refresh', ARGS);
    Object.assign(browser.runtime, { id: undefined });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await reply).toEqual({ ok: false, failure: { kind: 'extension-updated' } });
  });

  it('waits longer than the worker may work, and no longer than it is told', async () => {
    vi.useFakeTimers();
    sendMessage().mockReturnValue(
      new Promise((resolve) => setTimeout(() => resolve(good), 15_000)),
    );
    const [patient, hasty] = [send('refresh', ARGS), send('refresh', ARGS, { deadlineMs: 1000 })];
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await patient).ok).toBe(true);
    expect((await hasty).ok).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
