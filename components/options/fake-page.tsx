import { fireEvent, render, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ConnectionReport } from '@/utils/messages/contract';
import { deleteKey } from '@/utils/store/keys/vault';
import { Options } from './Options';

/** For tests: opens the options page and waits until its fields can be saved, or it says why not. */
export async function open() {
  render(<Options />);
  await vi.waitFor(() => {
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
    if (save.disabled && !screen.queryByRole('alert')) throw new Error('not read yet');
  });
}

export const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
export const type = (label: string, value: string) =>
  fireEvent.input(field(label), { target: { value } });
export const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
export const status = () => screen.getByRole('status').textContent ?? '';

/** The browser's question for a permission, and the worker's answer to every command. */
export const asked = vi.fn();
export const test = vi.fn();
export const works: ConnectionReport = { works: true, lines: [{ check: 'host', ok: true }] };

/** Begins without a key and without tabs; permissions are granted and connections work. */
export async function freshBrowser() {
  await Promise.all([deleteKey('active'), deleteKey('candidate')]);
  asked.mockReset().mockResolvedValue(true);
  test.mockReset().mockResolvedValue({ ok: true, value: works });
  browser.permissions.request = asked;
  browser.tabs.query = async () => [];
  browser.runtime.sendMessage = async (message: unknown) => test(message);
}
