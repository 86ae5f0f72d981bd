import { useState } from 'preact/hooks';
import { hostOf, isKnownBase } from '@/utils/deployment/base-url';
import type { Question } from '../HostQuestion';
import type { Form } from '../model/form';
import type { Status } from '../model/status';

interface Asking {
  form: Form;
  /** The base URL stored with a key; null where there is none. */
  storedUrl: string | null;
  hasKey: boolean;
  tell: (status: Status) => void;
}

/** The question that comes before a key is sent to a host that is not yet known, or takes another's place. */
export function useHostQuestion({ form, storedUrl, hasKey, tell }: Asking) {
  const [asked, setAsked] = useState<{ question: Question; of: Form } | null>(null);
  const dropQuestion = () => setAsked(null);

  /** Calls `go`, at once where nothing is to be asked. */
  const ask = (baseUrl: string, replaces: boolean, go: () => void) => {
    const isNew = baseUrl !== '' && !isKnownBase(baseUrl) && !(hasKey && baseUrl === storedUrl);
    if (!isNew && !replaces) return go();
    tell({ kind: 'none' });
    setAsked({
      of: form,
      question: {
        newHost: isNew ? hostOf(baseUrl) : null,
        oldHost: replaces && storedUrl !== null ? hostOf(storedUrl) : null,
        go: () => {
          dropQuestion();
          go();
        },
      },
    });
  };

  return {
    /** It is about the fields as they are, and is gone when one of them changes. */
    question: asked?.of === form ? asked.question : null,
    ask,
    dropQuestion,
  };
}
