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
  /** Another one each time that a profile is chosen. */
  visit: number;
  locked: Lockable[];
  setForm: (change: (now: Form) => Form) => void;
  tell: (status: Status) => void;
  run: Run;
}

type Page = Extract<PageSays, { state: 'page' }>;

/** Fills in several fields from the open page or from a pasted `.env` file or `curl` command. */
export function useFilledIn({ form, visit, locked, setForm, tell, run }: FillingIn) {
  const [read, setRead] = useState<{ page: Page; during: number } | null>(null);
  const page = read?.during === visit ? read.page : null;

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
        const said = await reading;
        if (said.state === 'no-page') return { kind: 'bad', text: 'options_page_none' };
        if (said.state === 'signed-out') {
          return { kind: 'bad', text: 'options_page_signed_out', values: [said.host] };
        }
        setRead({ page: said, during: visit });
        const { host, organization, user, baseUrl, refusedHost } = said;
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
