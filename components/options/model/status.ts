import type { Failure, TextKey } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';

/** The last message of the options page, shown in its only `role=status` region. */
export type Status =
  | { kind: 'none' }
  | { kind: 'busy'; text: TextKey }
  | { kind: 'good' | 'bad'; text: TextKey; values?: string[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'tested'; report: ConnectionReport };
