import { useEffect, useRef, useState } from 'preact/hooks';
import { CANDIDATE, deleteKey } from '@/utils/store/keys/vault';
import { emptyProfile, FIRST_PROFILE, newProfileId } from '@/utils/store/settings/profile';
import { deleteEverything } from '@/utils/store/wipe';
import { checkConnection, errorsOf } from './check';
import { checkForm, type Entered, type FieldName, type Form, type FormErrors } from './form';
import { askForHost, removeProfile, saveEntered } from './save';
import { exportSettings, importSettings } from './settings-file';
import type { Status } from './status';
import { useStoredForm } from './useStoredForm';
import { askForAlerts, wantAlerts, wantBadge } from './watch-budget';

/** The options page's state and what its buttons do. What was typed stays until it is saved. */
export function useOptions() {
  const { form, setForm, stored, profile, choose, forget } = useStoredForm();
  const [errors, setErrors] = useState<FormErrors>({});
  const [status, setStatus] = useState<Status>({ kind: 'none' });
  const [asksUrlChange, setAsksUrlChange] = useState<Entered | null>(null);
  const [tested, setTested] = useState<string | null>(null);
  const turn = useRef(0);

  const settings = stored?.settings ?? null;
  const profiles = settings?.profiles ?? [];
  const isStored = profiles.some(({ id }) => id === profile.id);
  // A key whose settings were lost is good for nothing: nobody knows whom it may be sent to.
  const keyLast4 = isStored ? (stored?.keyMetas[profile.id]?.last4 ?? null) : null;
  const locked = profile.id === FIRST_PROFILE ? (stored?.locked ?? []) : [];
  const storedUrl = isStored ? profile.baseUrl : null;

  useEffect(() => {
    if (tested !== null && form.apiKey === '') setTested(null);
  }, [form.apiKey]);

  useEffect(() => {
    // A key that was only tested goes with the page; where that comes too late, the next sweep takes it.
    const onHide = () => void deleteKey(CANDIDATE);
    addEventListener('pagehide', onHide);
    return () => removeEventListener('pagehide', onHide);
  }, []);

  /** Reads the fields; says what is wrong with them, if anything is. */
  const enter = (): Entered | null => {
    const others = profiles.filter(({ id }) => id !== profile.id);
    const checked = checkForm(form, { id: profile.id, keyStored: keyLast4 !== null, others });
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
    const allowed = askForHost(entered.profile.baseUrl);
    const anew = stored?.unreadable === 'damaged';
    run('options_saving', async () => {
      const granted = await allowed;
      const saved = await saveEntered(entered, { otherHost, tested, anew });
      if (!saved.ok) return { kind: 'failed', failure: saved.failure };
      forget(entered.profile, saved.value);
      return granted
        ? { kind: 'good', text: 'options_saved' }
        : { kind: 'bad', text: 'options_saved_not_allowed' };
    });
  };

  const turnTo = (id: string) => {
    setErrors({});
    setAsksUrlChange(null);
    setStatus({ kind: 'none' });
    choose(profiles.find((other) => other.id === id) ?? emptyProfile(id));
  };

  return {
    form,
    errors,
    status,
    setStatus,
    keyLast4,
    locked,
    /** A policy says which organization it is: there is no other. */
    isRuled: stored?.locked.includes('organization') ?? false,
    profiles,
    profile,
    isStored,
    settings,
    unreadable: stored?.unreadable ?? null,
    asksUrlChange: asksUrlChange !== null,
    storedHost: storedUrl === null ? '' : new URL(storedUrl).host,
    turnTo,
    addProfile: () => turnTo(newProfileId(profiles)),
    removeProfile: () =>
      run('options_saving', async () => {
        const removed = await removeProfile(profile.id);
        if (!removed.ok) return { kind: 'failed', failure: removed.failure };
        const next = profiles.find(({ id }) => id !== profile.id);
        choose(next ?? emptyProfile(FIRST_PROFILE));
        return { kind: 'good', text: 'options_profile_removed' };
      }),
    type: (name: FieldName, text: string) => {
      setForm((now: Form) => ({ ...now, [name]: text }));
      setErrors(({ [name]: _, ...others }) => others);
    },
    save: () => {
      const entered = enter();
      if (!entered) return;
      const otherHost = keyLast4 !== null && storedUrl !== entered.profile.baseUrl;
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
      const { baseUrl } = entered.profile;
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
    badge: (wanted: boolean) => run('options_saving', () => wantBadge(wanted)),
    alerts: (wanted: boolean) => {
      const allowed = wanted ? askForAlerts() : Promise.resolve(true);
      run('options_saving', () => wantAlerts(wanted, allowed));
    },
    exportFile: profiles.length > 0 && settings ? () => exportSettings(settings) : null,
    importFile: (file: File) => run('options_saving', () => importSettings(file)),
    deleteAll: () =>
      run('options_saving', async () => {
        const deleted = await deleteEverything();
        if (!deleted.ok) return { kind: 'failed', failure: deleted.failure };
        choose(emptyProfile(FIRST_PROFILE));
        return { kind: 'good', text: 'options_deleted' };
      }),
  };
}
