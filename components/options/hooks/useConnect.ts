import { useEffect, useState } from 'preact/hooks';
import { CANDIDATE } from '@/utils/store/keys/key-record';
import { deleteKey } from '@/utils/store/keys/vault';
import type { Profile } from '@/utils/store/settings/profile';
import { checkConnection } from '../actions/check';
import { askForHost } from '../actions/save';
import { candidatesOf, resolveBase } from '../model/automatic-base';
import { type Entered, type Form, isTaken, withOwner } from '../model/form';
import { savedStatus } from '../model/saved-status';
import { badField, type Status } from '../model/status';
import type { Action, Run } from './useActions';
import { useHostQuestion } from './useHostQuestion';

/** Stores the entered values; `tested` is the key that a test has put into the vault. */
export type Write = (
  action: Action,
  entered: Entered,
  otherHost: boolean,
  tested: string | null,
) => Promise<Status>;

interface Connecting {
  /** Parses the fields; null where one is not valid. */
  enter: () => Entered | null;
  /** The profiles that are not shown. */
  others: Profile[];
  /** The base URL stored with a key; null where there is none. */
  storedUrl: string | null;
  hasKey: boolean;
  /** The stored owner of that key; null where there is none, or where a policy has set it. */
  storedOwner: string | null;
  form: Form;
  setForm: (change: (now: Form) => Form) => void;
  tell: (status: Status) => void;
  run: Run;
  write: Write;
  /** True at the first run, where only a connection that works is saved. */
  isWelcome: boolean;
}

/** Saves and tests a connection. For a new host that is not the vendor's it asks the user first. */
export function useConnect(connecting: Connecting) {
  const { enter, others, storedUrl, storedOwner, hasKey, form, setForm, tell, run, write } =
    connecting;
  const { question, ask, dropQuestion } = useHostQuestion({ form, storedUrl, hasKey, tell });
  const [tested, setTested] = useState<string | null>(null);
  const [foundOwner, setFoundOwner] = useState<string | null>(null);

  useEffect(() => {
    if (form.apiKey === '') setTested(null);
  }, [form.apiKey]);

  useEffect(() => {
    // A key that was only tested is deleted with the page; if that fails, by the worker's next sweep.
    const onHide = () => void deleteKey(CANDIDATE);
    addEventListener('pagehide', onHide);
    return () => removeEventListener('pagehide', onHide);
  }, []);

  /** Returns the entered values, with the stored base URL where it is one of the candidates. */
  const entered = (): Entered | null => {
    dropQuestion();
    const read = enter();
    if (!read || storedUrl === null) return read;
    const isMeant = candidatesOf(read.profile.baseUrl).includes(storedUrl);
    return isMeant ? { ...read, profile: { ...read.profile, baseUrl: storedUrl } } : read;
  };

  /** Whether the key owner was stored or found with another key than the one to save, which was not tested. */
  const isOwnerOld = ({ apiKey, profile: { keyOwner } }: Entered) =>
    apiKey !== null &&
    apiKey !== tested &&
    keyOwner !== null &&
    (keyOwner === storedOwner || keyOwner === foundOwner);

  const test = async (found: Entered, { isShown, signal }: Action): Promise<Status> => {
    const report = await checkConnection(found, signal);
    if (!report.ok) return { kind: 'failed', failure: report.failure };
    if (isShown()) setTested(found.apiKey);
    return { kind: 'tested', report: report.value };
  };

  /** Finds the base URL, shows it in its field, and continues with it. */
  const atBase = async (
    action: Action,
    read: Entered,
    granted: boolean,
    then: (found: Entered, isFound: boolean) => Promise<Status>,
  ): Promise<Status> => {
    const resolved = await resolveBase(read);
    if (resolved.ok) {
      action.fill({ baseUrl: resolved.entered.profile.baseUrl });
      return then(resolved.entered, resolved.isFound);
    }
    const text = granted ? resolved.text : 'options_permission_denied';
    return badField('baseUrl', text);
  };

  const store = (read: Entered, otherHost: boolean) => {
    const allowed = askForHost(read.profile.baseUrl);
    run('options_saving', async (action) => {
      const granted = await allowed;
      return atBase(action, read, granted, async (found, isFound) => {
        if (isTaken(found.profile, others)) return badField('organization', 'options_org_taken');
        if (!connecting.isWelcome) {
          const status = await write(action, found, otherHost, tested);
          return savedStatus(status, found, { granted, isFound, isOwnerOld: isOwnerOld(found) });
        }
        const status = await test(found, action);
        if (status.kind !== 'tested' || !status.report.works) return status;
        return write(action, withOwner(found, status.report.owner), otherHost, found.apiKey);
      });
    });
  };

  return {
    question,
    cancel: () => {
      dropQuestion();
      if (storedUrl !== null) setForm((now) => ({ ...now, baseUrl: storedUrl }));
    },
    save: () => {
      const read = entered();
      if (!read) return;
      const otherHost = hasKey && storedUrl !== read.profile.baseUrl;
      ask(read.profile.baseUrl, otherHost, () => store(read, otherHost));
    },
    test: () => {
      const read = entered();
      if (!read) return;
      const { baseUrl } = read.profile;
      // A stored key is sent only to the host it was stored for; to test another host, type a key.
      if (read.apiKey === null && baseUrl !== storedUrl) {
        return tell(badField('apiKey', 'options_key_elsewhere'));
      }
      ask(baseUrl, false, () => {
        const allowed = askForHost(baseUrl);
        run('options_testing', async (action) => {
          const granted = await allowed;
          if (!granted && baseUrl !== '') return badField('baseUrl', 'options_permission_denied');
          return atBase(action, read, granted, async (found) => {
            const status = await test(found, action);
            const owner = status.kind === 'tested' && status.report.owner;
            if (owner && found.profile.keyOwner === null) {
              action.fill({ keyOwner: owner });
              setFoundOwner(owner);
            }
            return status;
          });
        });
      });
    },
  };
}
