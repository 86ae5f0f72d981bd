import { safeText } from '@/utils/figures/format';
import { say } from '@/utils/say';
import type { DashboardActions } from '../model/model';
import type { Screen } from '../model/screen';
import { Undetected } from './Undetected';

const unreadableTexts = {
  damaged: 'ui_settings_damaged',
  newer: 'ui_settings_newer',
  unread: 'failure_storage',
} as const;

/** Says why no figures are shown or asked for, with the way on. */
export function Stopped({ screen, actions }: { screen: Screen; actions: DashboardActions }) {
  switch (screen.kind) {
    case 'not-ibl':
    case 'signed-out':
    case 'other-site':
    case 'no-access':
    case 'unreadable':
      return (
        <div class="content">
          <Undetected
            key={screen.kind}
            screen={screen}
            onAllowSite={actions.allowSite}
            onTypeUser={actions.typeUser}
          />
        </div>
      );
    case 'org-mismatch':
      return (
        <div class="content">
          <div class="state" data-failure="org-mismatch">
            <h1>{say('ui_org_mismatch')}</h1>
            <p>
              {say(
                'ui_org_mismatch_text',
                safeText(screen.who.orgName),
                safeText(screen.keyOrg),
                safeText(screen.who.displayName),
              )}
            </p>
            <button type="button" class="button primary" onClick={actions.useKeyOrg}>
              {say('action_use_key_org')}
            </button>
          </div>
        </div>
      );
    case 'settings-unreadable':
      return (
        <div class="content">
          <div class="state" data-failure="storage">
            <h1>{say('ui_settings_unreadable')}</h1>
            <p>{say(unreadableTexts[screen.reason])}</p>
          </div>
        </div>
      );
    default:
      return null;
  }
}
