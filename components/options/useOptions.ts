import { useEffect, useRef, useState } from 'preact/hooks';
import { deleteEverything } from '@/utils/store/wipe';
import { checkConnection, errorsOf } from './check';
import {
  checkForm,
  type Entered,
  type FieldName,
  type Form,
  type FormErrors,
  formOf,
} from './form';
import { askForHost, saveEntered } from './save';
import type { Status } from './status';
import { useStoredForm } from './useStoredForm';

/** The options page's state and what its buttons do. What was typed stays until it is saved. */
export function useOptions() {
  const { form, setForm, stored, forget } = useStoredForm();
  const [errors, setErrors] = useState<FormErrors>({});
  const [status, setStatus] = useState<Status>({ kind: 'none' });
  const [asksUrlChange, setAsksUrlChange] = useState<Entered | null>(null);
  const [tested, setTested] = useState<string | null>(null);
  const turn = useRef(0);

  const keyLast4 = stored?.keyMeta?.last4 ?? null;
  const storedUrl = stored?.settings?.baseUrl ?? null;

  useEffect(() => {
    if (tested !== null && form.apiKey === '') setTested(null);
  }, [form.apiKey]);

  /** Reads the fields; says what is wrong with them, if anything is. */
  const enter = (): Entered | null => {
    const checked = checkForm(form, keyLast4 !== null);
    setErrors(checked.ok ? {} : checked.errors);
    setAsksUrlChange(null);
    if (checked.ok) return checked.entered;
    setStatus({ kind: 'bad', text: 'options_check_fields' });
    return null;
  };

  /** Shows what a piece of work comes to, unless another was begun meanwhile. */
  const run = async (text: 'options_saving' | 'options_testing', work: () => Promise<Status>) => {
    turn.current += 1;
    const mine = turn.current;
    setStatus({ kind: 'busy', text });
    const next = await work();
    if (mine === turn.current) setStatus(next);
  };

  const store = (entered: Entered, otherHost: boolean) => {
    const allowed = askForHost(entered.settings.baseUrl);
    run('options_saving', async () => {
      const granted = await allowed;
      const saved = await saveEntered(entered, { otherHost, tested });
      if (!saved.ok) return { kind: 'failed', failure: saved.failure };
      forget(entered.settings, saved.value);
      return granted
        ? { kind: 'good', text: 'options_saved' }
        : { kind: 'bad', text: 'options_saved_not_allowed' };
    });
  };

  return {
    form,
    errors,
    status,
    keyLast4,
    loaded: stored !== null,
    unreadable: stored?.unreadable ?? null,
    asksUrlChange: asksUrlChange !== null,
    storedHost: storedUrl === null ? '' : new URL(storedUrl).host,
    type: (name: FieldName, text: string) => {
      setForm((now: Form) => ({ ...now, [name]: text }));
      setErrors(({ [name]: _, ...others }) => others);
    },
    save: () => {
      const entered = enter();
      if (!entered) return;
      const otherHost = keyLast4 !== null && storedUrl !== entered.settings.baseUrl;
      if (!otherHost) return store(entered, false);
      setStatus({ kind: 'none' });
      setAsksUrlChange(entered);
    },
    changeUrl: () => {
      setAsksUrlChange(null);
      if (asksUrlChange) store(asksUrlChange, true);
    },
    keepUrl: () => {
      setAsksUrlChange(null);
      setForm((now: Form) => ({ ...now, baseUrl: storedUrl ?? now.baseUrl }));
    },
    test: () => {
      const entered = enter();
      if (!entered) return;
      const { baseUrl } = entered.settings;
      // The stored key goes to the host it was stored for; elsewhere a test needs one typed for it.
      if (entered.apiKey === null && baseUrl !== storedUrl) {
        setErrors({ apiKey: 'options_key_elsewhere' });
        return setStatus({ kind: 'bad', text: 'options_key_elsewhere' });
      }
      const allowed = askForHost(baseUrl);
      run('options_testing', async () => {
        if (!(await allowed)) {
          setErrors({ baseUrl: 'options_permission_denied' });
          return { kind: 'bad', text: 'options_permission_denied' };
        }
        const report = await checkConnection(entered);
        if (!report.ok) return { kind: 'failed', failure: report.failure };
        setTested(entered.apiKey);
        setErrors(errorsOf(report.value));
        return { kind: 'tested', report: report.value };
      });
    },
    deleteAll: () =>
      run('options_saving', async () => {
        const deleted = await deleteEverything();
        if (!deleted.ok) return { kind: 'failed', failure: deleted.failure };
        setForm(formOf(null));
        return { kind: 'good', text: 'options_deleted' };
      }),
  };
}
