import { unreadableTexts } from '@/utils/explain';
import { safeText } from '@/utils/figures/text/safe-text';
import { say } from '@/utils/say';
import type { DashboardActions } from '../model/model';
import type { Screen } from '../model/screens';
import { Undetected } from './Undetected';

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
      return <Mismatch screen={screen} onUseKeyOrg={actions.useKeyOrg} />;
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

/** The page is of another organization or deployment than the key: nothing is asked before the click. */
function Mismatch(props: {
  screen: Extract<Screen, { kind: 'org-mismatch' }>;
  onUseKeyOrg: () => void;
}) {
  const { who, keyOrg, keyBase, remember } = props.screen;
  const names = [who.orgName, keyOrg, who.displayName].map((name) => safeText(name));
  return (
    <div class="content">
      <div class="state" data-failure="org-mismatch">
        <h1>{say(keyBase === undefined ? 'ui_org_mismatch' : 'ui_deployment_mismatch')}</h1>
        <p>
          {keyBase === undefined
            ? say('ui_org_mismatch_text', ...names)
            : say('ui_deployment_mismatch_text', ...names, safeText(keyBase))}
        </p>
        <button type="button" class="button primary" onClick={props.onUseKeyOrg}>
          {say('action_use_key_org')}
        </button>
        {remember && <p class="help">{say('ui_mismatch_remembered', safeText(remember.host))}</p>}
      </div>
    </div>
  );
}
