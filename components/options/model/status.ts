import type { Failure, TextKey } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';
import type { FieldName, FormErrors } from './form';

/** The last message of the options page, shown in its only `role=status` region. */
export type Status =
  | { kind: 'none' }
  | { kind: 'busy'; text: TextKey }
  | { kind: 'good'; text: TextKey; values?: string[] }
  | { kind: 'bad'; text: TextKey; values?: string[]; errors?: FormErrors }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'tested'; report: ConnectionReport };

/** Returns the status for one field that is wrong, which says the same beside it. */
export const badField = (field: FieldName, text: TextKey): Status => ({
  kind: 'bad',
  text,
  errors: { [field]: text },
});
