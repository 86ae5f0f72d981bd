import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TextKey } from '@/utils/failure';
import { onChange } from '@/utils/store/changes';
import { errorsOf } from '../actions/check';
import type { FieldName, Form, FormErrors } from '../model/form';
import type { Status } from '../model/status';
import type { Begun } from './useStoredForm';

/** Starts an action on the fields and shows its result. */
export type Run = (
  text: 'options_saving' | 'options_testing' | 'options_reading',
  work: (action: Action) => Promise<Status>,
) => Promise<void>;

/** An action under way: what it may do to the fields, and whether it may still store anything. */
export interface Action extends Begun {
  /** Aborted when what the action is about is deleted. */
  signal: AbortSignal;
}

/** The status of the last action, and the errors of the fields that it was about. */
export function useActions(id: string, form: Form, begin: () => Begun) {
  const [status, setStatus] = useState<Status>({ kind: 'none' });
  const [wrong, setWrong] = useState<{ errors: FormErrors; of: Form }>({ errors: {}, of: form });
  const turn = useRef(0);
  const running = useRef(new Map<AbortController, string>());

  /** Lets the actions under way store nothing more: those of one profile, or all of them. */
  const stop = useCallback((of?: string) => {
    for (const [control, about] of running.current) {
      if (of === undefined || of === about) control.abort();
    }
  }, []);

  // Another options page may delete everything too.
  useEffect(() => onChange(({ kind }) => kind === 'wiped' && stop()), [stop]);

  /** Shows a status; one that is about the fields, `of` these texts, brings their errors. */
  const tell = (next: Status, of = form) => {
    setStatus(next);
    const errors = errorsIn(next);
    if (errors) setWrong({ errors, of });
  };

  /** Shows the result of an action, unless another one was started or another profile chosen meanwhile. */
  const run: Run = async (text, work) => {
    turn.current += 1;
    const mine = turn.current;
    setStatus({ kind: 'busy', text });
    const control = new AbortController();
    running.current.set(control, id);
    const begun = begin();
    const next = await work({ ...begun, signal: control.signal });
    running.current.delete(control);
    if (mine === turn.current) tell(next, begun.form());
  };

  return {
    status,
    /** The error of a field for as long as it has the text that the error is about. */
    errorOf: (name: FieldName): TextKey | undefined =>
      form[name] === wrong.of[name] ? wrong.errors[name] : undefined,
    tell,
    run,
    stop,
    clearErrors: () => setWrong({ errors: {}, of: form }),
    /** Drops status and errors, and the result of an action that is under way. */
    drop: () => {
      turn.current += 1;
      setStatus({ kind: 'none' });
      setWrong({ errors: {}, of: form });
    },
  };
}

function errorsIn(status: Status): FormErrors | undefined {
  if (status.kind === 'tested') return errorsOf(status.report);
  return status.kind === 'bad' ? status.errors : undefined;
}
