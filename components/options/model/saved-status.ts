import type { Entered } from './form';
import type { Status } from './status';

/** Returns the status of a save, with what else is to be known of it. */
export function savedStatus(
  status: Status,
  { profile }: Entered,
  is: { granted: boolean; isFound: boolean; isOwnerOld: boolean },
): Status {
  if (status.kind !== 'good') return status;
  if (!is.granted) return { kind: 'bad', text: 'options_saved_not_allowed' };
  if (is.isOwnerOld) {
    return { kind: 'good', text: 'options_saved_owner', values: [profile.keyOwner ?? ''] };
  }
  return is.isFound
    ? { kind: 'good', text: 'options_saved_at', values: [profile.baseUrl] }
    : status;
}
