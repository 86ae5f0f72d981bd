import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { onChange } from '@/utils/store/changes';
import { readSettings, type Settings, watchSettings } from '@/utils/store/settings';
import { type KeyMeta, readMeta } from '@/utils/store/vault';
import { type Form, formOf } from './form';

/** What the stores hold of what this page edits. */
export interface StoredForm {
  settings: Omit<Settings, 'sample'> | null;
  /** Why the settings can't be read; they are kept as they are. */
  unreadable: 'damaged' | 'newer' | null;
  keyMeta: KeyMeta | null;
}

/**
 * The fields, filled from the stores and following them: a field that somebody is editing keeps what
 * was typed, all others show what is stored now.
 */
export function useStoredForm() {
  const [form, setForm] = useState<Form>(() => formOf(null));
  const [stored, setStored] = useState<StoredForm | null>(null);
  const shown = useRef<Form>(formOf(null));

  const take = useCallback((next: StoredForm) => {
    const before = shown.current;
    const after = formOf(next.settings);
    shown.current = after;
    setStored(next);
    setForm((now) => follow(now, before, after));
  }, []);

  useEffect(() => {
    let gone = false;
    const read = async () => {
      const [settings, keyMeta] = await Promise.all([readSettings(), readMeta()]);
      if (gone) return;
      take(
        settings.state === 'ok'
          ? { settings: settings.settings, unreadable: null, keyMeta }
          : { settings: null, unreadable: settings.state, keyMeta },
      );
    };
    read();
    const stops = [watchSettings(read), onChange(({ kind }) => kind !== 'snapshot' && read())];
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, []);

  /** After a save: nothing is being edited any more, and the key's field is empty again. */
  const forget = useCallback((settings: Omit<Settings, 'sample'>, keyMeta: KeyMeta | null) => {
    shown.current = formOf(settings);
    setForm(shown.current);
    setStored({ settings, unreadable: null, keyMeta });
  }, []);

  return { form, setForm, stored, forget };
}

/** The fields after a change of what is stored: those that still showed it follow. */
export function follow(now: Form, before: Form, after: Form): Form {
  const field = (name: keyof Form) => (now[name] === before[name] ? after[name] : now[name]);
  return {
    apiKey: field('apiKey'),
    organization: field('organization'),
    baseUrl: field('baseUrl'),
    user: field('user'),
    keyOwner: field('keyOwner'),
  };
}
