import { saveFile } from '@/components/ui/save-file';
import { fail, type Result } from '@/utils/failure';
import { utcDay } from '@/utils/figures/time/range';
import { announce } from '@/utils/store/changes';
import { bindStoredKeys } from '@/utils/store/keys/keys';
import { keepKeysOf } from '@/utils/store/keys/vault';
import { readPolicy } from '@/utils/store/settings/policy';
import { changeSettings, readOwnProfiles, type Settings } from '@/utils/store/settings/settings';
import {
  isRuledOut,
  readSettingsFile,
  withPortable,
  writeSettingsFile,
} from '@/utils/store/settings/settings-file';
import { changeView, readView } from '@/utils/store/settings/view';
import type { Status } from '../model/status';
import { unlessStopped } from './unless-stopped';

const LONGEST_BYTES = 262_144;

/** Saves the settings and the cards as they are chosen by then as a file, without any key. */
export async function exportSettings(settings: Settings): Promise<void> {
  const { cards } = await readView();
  saveFile(
    new Blob([writeSettingsFile(settings, cards)], { type: 'application/json' }),
    `lens-settings-${utcDay(Date.now())}.json`,
  );
}

/** Imports a file's settings, all of them or none, and returns the status to show. */
export async function importSettings(file: File, signal: AbortSignal): Promise<Status> {
  const text = file.size > LONGEST_BYTES ? '' : await file.text().catch(() => '');
  const read = readSettingsFile(text);
  if (!read.ok) return { kind: 'bad', text: read.text };
  const [own, policy] = await Promise.all([readOwnProfiles(), readPolicy()]);
  if (own !== null && isRuledOut(own, read.profiles, policy)) {
    return { kind: 'bad', text: 'settings_file_ruled_out' };
  }
  const written = await unlessStopped(signal, async () => {
    const kept = await keepOwnKeys();
    return kept.ok ? changeSettings((now) => withPortable(now, read.profiles, policy)) : kept;
  });
  if (!written.ok) return { kind: 'failed', failure: written.failure };
  const { cards } = read;
  if (cards) await changeView((now) => ({ ...now, cards }));
  announce({ kind: 'key' });
  return { kind: 'good', text: 'options_imported' };
}

/** Deletes keys without a profile, so that an imported profile cannot get one of them. */
async function keepOwnKeys(): Promise<Result<null>> {
  const own = await readOwnProfiles();
  if (own === null) return fail({ kind: 'storage' });
  const bound = await bindStoredKeys();
  return bound.ok ? keepKeysOf(own.map(({ id }) => id)) : bound;
}
