import { browser } from 'wxt/browser';
import { isSameOrg } from '@/utils/deployment/segment';
import { emptyProfile, FIRST_PROFILE, newProfileId } from '@/utils/store/settings/profile';
import { deleteEverything } from '@/utils/store/wipe';
import { detectActiveTab } from '@/utils/tab/active-tab';
import { pageFor } from '@/utils/tab/tab-reading';
import { removeProfile, saveEntered } from '../actions/save';
import { exportSettings, importSettings } from '../actions/settings-file';
import { unlessStopped } from '../actions/unless-stopped';
import { askForAlerts, wantAlerts, wantBadge } from '../actions/watch-budget';
import { checkForm, type Entered, type FieldName } from '../model/form';
import { badField } from '../model/status';
import { useActions } from './useActions';
import { useConnect, type Write } from './useConnect';
import { useFilledIn } from './useFilledIn';
import { useStoredForm } from './useStoredForm';

/** Whether the install has opened this page; then the first save leads on to the figures. */
const isOpenedByInstall = () => location.hash === '#welcome';

/** Goes on to the figures of the page that was looked at last, and follows that page. */
async function goToFigures(): Promise<void> {
  const detection = await detectActiveTab();
  const path = 'tabId' in detection ? pageFor(detection.tabId) : '/sidepanel.html';
  location.assign(browser.runtime.getURL(path));
}

/** The state and the actions of the options page. Typed texts stay until they are saved. */
export function useOptions() {
  const { form, setForm, stored, profile, visit, choose, begin } = useStoredForm();
  const { status, errorOf, tell, run, stop, clearErrors, drop } = useActions(
    profile.id,
    form,
    begin,
  );

  const settings = stored?.settings ?? null;
  const profiles = settings?.profiles ?? [];
  const others = profiles.filter(({ id }) => id !== profile.id);
  const isStored = profiles.some(({ id }) => id === profile.id);
  const isWelcome = isOpenedByInstall() && profiles.length === 0;
  const keyLast4 = stored?.keyMetas[profile.id]?.last4 ?? null;
  const locked = profile.id === FIRST_PROFILE ? (stored?.locked ?? []) : [];

  const filled = useFilledIn({ form, visit, locked, setForm, tell, run });

  /** Parses the fields and shows their errors. */
  const enter = (): Entered | null => {
    const known = { id: profile.id, keyStored: keyLast4 !== null, others };
    const checked = checkForm(filled.asMeant(form), known);
    clearErrors();
    if (!checked.ok) {
      tell({ kind: 'bad', text: 'options_check_fields', errors: checked.errors });
      return null;
    }
    const { apiKey, profile: entered } = checked.entered;
    if (apiKey !== null || isSameOrg(entered.organization, profile.organization)) {
      return checked.entered;
    }
    // A stored key belongs to one organization; it is not used for another one.
    tell(badField('apiKey', 'options_key_other_org'));
    return null;
  };

  const write: Write = async ({ signal, forget }, entered, otherHost, tested) => {
    const anew = stored?.unreadable === 'damaged';
    const options = { otherHost, tested, anew };
    const saved = await unlessStopped(signal, () => saveEntered(entered, options));
    if (!saved.ok) return { kind: 'failed', failure: saved.failure } as const;
    if (isWelcome) await goToFigures();
    forget(entered.profile, saved.value);
    return { kind: 'good', text: 'options_saved' } as const;
  };

  const storedUrl = isStored ? profile.baseUrl : null;
  const hasKey = keyLast4 !== null;
  const storedOwner = locked.includes('keyOwner') ? null : profile.keyOwner;
  const hands = { form, setForm, others, storedOwner, tell, run };
  const connect = useConnect({ ...hands, enter, storedUrl, hasKey, write, isWelcome });

  const turnTo = (id: string) => {
    drop();
    choose(profiles.find((other) => other.id === id) ?? emptyProfile(id));
  };

  return {
    form,
    errorOf,
    status,
    keyLast4,
    locked,
    /** Whether a policy sets the organization, so that no other can be added. */
    isRuled: stored?.locked.includes('organization') ?? false,
    /** Whether the profile is there only because it was saved, so that it can be removed. */
    canRemove: profiles.length > 1 && !(profile.id === FIRST_PROFILE && stored?.isGiven),
    profiles,
    profile,
    isStored,
    isWelcome,
    settings,
    /** False until settings and keys have been read once: before, a save could replace them unseen. */
    isRead: stored !== null,
    unreadable: stored?.unreadable ?? null,
    connect,
    filled,
    turnTo,
    addProfile: () => turnTo(newProfileId(profiles)),
    removeProfile: () => {
      stop(profile.id);
      run('options_saving', async ({ isShown }) => {
        const removed = await removeProfile(profile.id);
        if (!removed.ok) return { kind: 'failed', failure: removed.failure };
        if (isShown()) choose(others[0] ?? emptyProfile(FIRST_PROFILE));
        return { kind: 'good', text: 'options_profile_removed' };
      });
    },
    type: (name: FieldName, text: string) => setForm((now) => ({ ...now, [name]: text })),
    badge: (wanted: boolean) => run('options_saving', () => wantBadge(wanted)),
    alerts: (wanted: boolean) => {
      const allowed = wanted ? askForAlerts() : Promise.resolve(true);
      run('options_saving', ({ signal }) => wantAlerts(wanted, allowed, signal));
    },
    exportFile: profiles.length > 0 && settings ? () => exportSettings(settings) : null,
    importFile: (file: File) => run('options_saving', ({ signal }) => importSettings(file, signal)),
    deleteAll: () => {
      stop();
      run('options_saving', async () => {
        const deleted = await deleteEverything();
        if (!deleted.ok) return { kind: 'failed', failure: deleted.failure };
        choose(emptyProfile(FIRST_PROFILE));
        return { kind: 'good', text: 'options_deleted' };
      });
    },
  };
}
