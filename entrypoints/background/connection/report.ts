import type { Failure } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';

type Line = ConnectionReport['lines'][number];
type Check = Line['check'];
type Field = NonNullable<ConnectionReport['field']>;

const checks: Check[] = ['host', 'key', 'organization', 'cohorts', 'cost', 'feedback'];

/** For each check: its failure, null if it passed, undefined if it is unknown. */
export type Found = Partial<Record<Check, Failure | null | undefined>>;

/** A line for each check: its failure, null where it passed, absent where it was not reached. */
export function lines(found: Found): Line[] {
  return checks.map((check) => {
    const failure = found[check];
    if (failure === undefined) return { check, ok: null };
    return failure === null ? { check, ok: true } : { check, ok: false, failure };
  });
}

/**
 * The report of a connection that does not work: what came before the failure, and the field that is
 * wrong, where the failure is about one.
 */
export function explained(failure: Failure, figures: Found = {}): ConnectionReport {
  const [field, reached] = placeOf(failure);
  return {
    works: false,
    failure,
    ...(field ? { field } : {}),
    lines: lines({ ...figures, ...reached }),
  };
}

function placeOf(failure: Failure): [Field | null, Found] {
  switch (failure.kind) {
    case 'host-not-allowed':
      return ['permission', { host: failure }];
    case 'no-key':
      return ['key', { key: failure }];
    case 'storage':
      return [null, {}];
    case 'key-rejected':
      return ['key', { host: null, key: failure }];
    case 'key-unseen':
      // Something in between takes the key out, whichever is typed.
      return [null, { host: null, key: failure }];
    case 'forbidden':
      return ['key', { host: null, key: null, organization: null }];
    case 'out-of-credit':
      // An answer that its credit is used up proves that organization and key were accepted.
      return [null, { host: null, key: null, organization: null }];
    case 'bad-request':
    case 'rate-limited':
      return [null, { host: null }];
    case 'not-found':
      return ['organization', { host: null, key: null, organization: failure }];
    case 'not-served':
      // A server answered, but it has none of our operations, so the key was not tested.
      return ['baseUrl', { host: null }];
    case 'not-detected':
      return ['user', {}];
    case 'unavailable':
    case 'timeout':
    case 'server':
      return [null, { host: failure }];
    default:
      return ['baseUrl', { host: failure }];
  }
}
