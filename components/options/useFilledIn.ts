import { useState } from 'preact/hooks';
import type { Lockable } from '@/utils/store/settings/policy';
import type { Form, FormErrors } from './form';
import { type PageSays, readOpenPage } from './page-says';
import { readPasted } from './pasted';
import type { Status } from './status';

interface FillingIn {
  form: Form;
  locked: Lockable[];
  setForm: (change: (now: Form) => Form) => void;
  setErrors: (change: (now: FormErrors) => FormErrors) => void;
  setStatus: (status: Status) => void;
  run: (text: 'options_reading', work: () => Promise<Status>) => void;
}

type Page = Extract<PageSays, { state: 'page' }>;

/** What fills fields in at once: the open page, a pasted `.env` or `curl` line. Nothing is saved by it. */
export function useFilledIn({ form, locked, setForm, setErrors, setStatus, run }: FillingIn) {
  const [page, setPage] = useState<Page | null>(null);

  const fill = (values: Partial<Form>) => {
    const isOpen = ([name]: [string, string]) => !locked.some((lock) => lock === name);
    const open: Partial<Form> = Object.fromEntries(Object.entries(values).filter(isOpen));
    setForm((now) => ({ ...now, ...open }));
    setErrors((now) => ({
      ...now,
      ...Object.fromEntries(Object.keys(open).map((name) => [name, undefined])),
    }));
  };

  /** Fills in what a text names; false for a text that is a field's own value. */
  const take = (text: string): boolean => {
    const pasted = readPasted(text);
    if (pasted === null) return false;
    fill(pasted);
    setStatus({ kind: 'good', text: 'options_pasted' });
    return true;
  };

  /** The page's user stands in the field to be seen; Lens goes on following the page. */
  const isFollowed = page !== null && form.user === page.user;

  return {
    page,
    isFollowed,
    take,
    asMeant: (now: Form): Form => (isFollowed ? { ...now, user: '' } : now),
    usePage: () => {
      const reading = readOpenPage();
      run('options_reading', async () => {
        const read = await reading;
        if (read.state === 'no-page') return { kind: 'bad', text: 'options_page_none' };
        if (read.state === 'signed-out') {
          return { kind: 'bad', text: 'options_page_signed_out', values: [read.host] };
        }
        setPage(read);
        const { host, organization, user, baseUrl, refusedHost } = read;
        fill({ user, baseUrl: baseUrl ?? '', ...(organization ? { organization } : {}) });
        return refusedHost === null
          ? { kind: 'good', text: 'options_page_read', values: [host] }
          : { kind: 'bad', text: 'options_page_refused', values: [host, refusedHost] };
      });
    },
  };
}
