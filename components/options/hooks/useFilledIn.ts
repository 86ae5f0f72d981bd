import { useState } from 'preact/hooks';
import { isOfDeployment } from '@/utils/deployment/deployment';
import type { Lockable } from '@/utils/store/settings/policy';
import { type PageSays, readOpenPage } from '../actions/page-says';
import type { Form } from '../model/form';
import { readPasted } from '../model/pasted';
import type { Status } from '../model/status';
import type { Run } from './useActions';

interface FillingIn {
  form: Form;
  locked: Lockable[];
  setForm: (change: (now: Form) => Form) => void;
  tell: (status: Status) => void;
  run: Run;
}

type Page = Extract<PageSays, { state: 'page' }>;

/** Fills in several fields from the open page or from a pasted `.env` file or `curl` command. */
export function useFilledIn({ form, locked, setForm, tell, run }: FillingIn) {
  const [page, setPage] = useState<Page | null>(null);

  /** Leaves out the values of fields that a policy has locked. */
  const open = (values: Partial<Form>): Partial<Form> =>
    Object.fromEntries(
      Object.entries(values).filter(([name]) => !locked.some((lock) => lock === name)),
    );

  /** Fills in the fields that a text contains; returns false for a text that is pasted as usual. */
  const take = (text: string): boolean => {
    const pasted = readPasted(text);
    if (pasted === null) return false;
    setForm((now) => ({ ...now, ...open(pasted) }));
    tell({ kind: 'good', text: 'options_pasted' });
    return true;
  };

  /** True while the field shows the page's user; then no user is saved, and Lens follows the page. */
  const isFollowed = page !== null && form.user === page.user;

  return {
    page,
    isFollowed,
    take,
    asMeant: (now: Form): Form => (isFollowed ? { ...now, user: '' } : now),
    usePage: () => {
      const reading = readOpenPage();
      run('options_reading', async (begun) => {
        const read = await reading;
        if (read.state === 'no-page') return { kind: 'bad', text: 'options_page_none' };
        if (read.state === 'signed-out') {
          return { kind: 'bad', text: 'options_page_signed_out', values: [read.host] };
        }
        setPage(read);
        const { host, organization, user, baseUrl, refusedHost } = read;
        begun.fill(
          open({
            user,
            ...(organization ? { organization } : {}),
            ...(baseUrl === null ? {} : { baseUrl }),
          }),
        );
        if (refusedHost !== null) {
          return { kind: 'bad', text: 'options_page_refused', values: [host, refusedHost] };
        }
        const isKept = baseUrl === null && form.baseUrl !== '' && !locked.includes('baseUrl');
        return isKept && !isOfDeployment(host, form.baseUrl)
          ? { kind: 'bad', text: 'options_page_without_api', values: [host] }
          : { kind: 'good', text: 'options_page_read', values: [host] };
      });
    },
  };
}
