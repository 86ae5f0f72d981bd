import { useRef, useState } from 'preact/hooks';
import type { TextKey } from '@/utils/failure';
import { errorsOf } from '../actions/check';
import type { FieldName, Form, FormErrors } from '../model/form';
import type { Status } from '../model/status';
import type { Begun } from './useStoredForm';

/** Starts an action on the fields and shows its result. */
export type Run = (
  text: 'options_saving' | 'options_testing' | 'options_reading',
  work: (begun: Begun) => Promise<Status>,
) => Promise<void>;

/** The status of the last action, and the errors of the fields that it was about. */
export function useActions(form: Form, begin: () => Begun) {
  const [status, setStatus] = useState<Status>({ kind: 'none' });
  const [wrong, setWrong] = useState<{ errors: FormErrors; of: Form }>({ errors: {}, of: form });
  const turn = useRef(0);

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
    const begun = begin();
    const next = await work(begun);
    if (mine === turn.current) tell(next, begun.form());
  };

  return {
    status,
    /** The error of a field for as long as it has the text that the error is about. */
    errorOf: (name: FieldName): TextKey | undefined =>
      form[name] === wrong.of[name] ? wrong.errors[name] : undefined,
    tell,
    run,
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
