import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLatest } from '@/components/ui/useLatest';
import { onChange } from '@/utils/store/changes';
import { type KeyMetas, readKeyMetas } from '@/utils/store/keys/key-metas';
import { isAboutCardsAlone, type Lockable, readPolicy } from '@/utils/store/settings/policy';
import { emptyProfile, FIRST_PROFILE, type Profile } from '@/utils/store/settings/profile';
import {
  INITIAL_SETTINGS,
  readSettings,
  type Settings,
  watchSettings,
  withProfile,
} from '@/utils/store/settings/settings';
import { type Form, formOf } from '../model/form';

/** The stored data that the options page edits. */
export interface StoredForm {
  settings: Settings | null;
  /** Why the settings or keys cannot be read; they are not changed. */
  unreadable: 'damaged' | 'newer' | 'unread' | null;
  keyMetas: KeyMetas;
  /** The fields of the first profile that a policy has locked. */
  locked: Lockable[];
  /** Whether a policy gives the first profile, which would be back after its removal. */
  isGiven: boolean;
}

/**
 * What an action that takes time may do to the fields that it began with. It leaves alone what was
 * edited since, and does nothing to them once another profile was chosen.
 */
export interface Begun {
  /** The fields as the action knows them: as it began, with what it has filled in. */
  form: () => Form;
  isShown: () => boolean;
  fill: (values: Partial<Form>) => void;
  /** Shows what was saved in place of the fields, and empties the key's. */
  forget: (saved: Profile, keyMetas: KeyMetas) => void;
}

const profileIn = (stored: StoredForm | null, id: string): Profile =>
  stored?.settings?.profiles.find((profile) => profile.id === id) ?? emptyProfile(id);

/**
 * The fields of one profile, filled from the stores. When the stored data changes, an edited field
 * keeps its text and all others show the new values.
 */
export function useStoredForm() {
  const [form, setForm] = useState<Form>(() => formOf());
  const [stored, setStored] = useState<StoredForm | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = useRef<Form>(formOf());
  const visit = useRef(0);
  const id = chosen ?? stored?.settings?.profiles[0]?.id ?? FIRST_PROFILE;
  const profile = profileIn(stored, id);

  /** Shows a stored profile; edited fields keep their text. */
  const show = useCallback((next: Profile) => {
    const before = shown.current;
    const after = formOf(next);
    shown.current = after;
    setForm((now) => follow(now, before, after));
  }, []);

  useEffect(() => {
    // Readings may end in another order than they began, and an older one knows older settings.
    let latest = 0;
    const read = async () => {
      latest += 1;
      const mine = latest;
      const policy = readPolicy();
      const [settings, keyMetas, ruled] = await Promise.all([
        readSettings(policy),
        readKeyMetas(policy),
        policy,
      ]);
      if (mine !== latest) return;
      const locked = ruled?.locked ?? [];
      const isGiven = ruled !== null && !isAboutCardsAlone(ruled);
      const common = { keyMetas: keyMetas ?? {}, locked, isGiven };
      const unreadable = keyMetas === null ? ('unread' as const) : null;
      setStored(
        settings.state === 'ok'
          ? { settings: settings.settings, unreadable, ...common }
          : { settings: null, unreadable: settings.state, ...common },
      );
    };
    read();
    const stops = [watchSettings(read), onChange(({ kind }) => kind !== 'snapshot' && read())];
    return () => {
      latest += 1;
      for (const stop of stops) stop();
    };
  }, []);

  const text = JSON.stringify(profile);
  const isStored = stored !== null;
  const latest = useLatest(() => show(profile));
  useEffect(() => {
    if (isStored && text !== '') latest.current();
  }, [text, isStored, latest]);

  /** Shows another profile, or a new one, and drops all edits. */
  const choose = useCallback((next: Profile) => {
    visit.current += 1;
    shown.current = formOf(next);
    setForm(shown.current);
    setChosen(next.id);
  }, []);

  /** Begins an action on the fields that are shown. */
  const begin = (): Begun => {
    const mine = visit.current;
    let begun = form;
    const isShown = () => mine === visit.current;
    const turnInto = (after: Form) => {
      const before = begun;
      begun = after;
      if (isShown()) setForm((now) => follow(now, before, after));
    };
    return {
      form: () => begun,
      isShown,
      fill: (values) => turnInto({ ...begun, ...values }),
      forget: (saved, keyMetas) => {
        if (isShown()) {
          shown.current = formOf(saved);
          setChosen(saved.id);
        }
        turnInto(formOf(saved));
        setStored((now) => now && { ...now, ...stateAfter(now.settings, saved), keyMetas });
      },
    };
  };

  return { form, setForm, stored, profile, visit: visit.current, choose, begin };
}

const stateAfter = (settings: Settings | null, saved: Profile) => ({
  settings: withProfile(settings ?? INITIAL_SETTINGS, saved),
  unreadable: null,
});

/** Returns the fields after a change of the stored data: unedited ones get the new values. */
export function follow(now: Form, before: Form, after: Form): Form {
  const field = (name: keyof Form) => (now[name] === before[name] ? after[name] : now[name]);
  return {
    name: field('name'),
    apiKey: field('apiKey'),
    organization: field('organization'),
    baseUrl: field('baseUrl'),
    user: field('user'),
    keyOwner: field('keyOwner'),
    budget: field('budget'),
  };
}
