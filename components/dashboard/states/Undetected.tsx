import type { TextKey } from '@/utils/failure';
import { safeText } from '@/utils/figures/text/safe-text';
import { say } from '@/utils/say';
import type { Screen } from '../model/screens';
import { TypeUser } from './TypeUser';

type Nobody = Extract<
  Screen,
  { kind: 'not-ibl' | 'signed-out' | 'other-site' | 'no-access' | 'unreadable' }
>;

const lookedFor: TextKey[] = ['ui_looked_site', 'ui_looked_storage', 'ui_looked_cookies'];

/** Shown if no user was detected: the reason, what was searched, and every possible next step. */
export function Undetected(props: {
  screen: Nobody;
  onAllowSite: (origin: string) => void;
  onTypeUser: (user: string) => Promise<boolean>;
}) {
  const { screen, onAllowSite } = props;
  const [title, text] = wording(screen);
  const origin =
    screen.kind === 'not-ibl' ? screen.canAsk : 'origin' in screen ? screen.origin : null;
  const looked = screen.kind === 'not-ibl' || screen.kind === 'signed-out';
  return (
    <div class="state">
      <h1>{title}</h1>
      <p>{text}</p>
      {origin && (
        <button
          type="button"
          class={screen.kind === 'not-ibl' ? 'button' : 'button primary'}
          onClick={() => onAllowSite(origin)}
        >
          {say(screen.kind === 'no-access' ? 'action_allow_page' : 'action_use_site')}
        </button>
      )}
      {looked && (
        <div>
          <p class="soft">{say('ui_looked_for')}</p>
          <ul>
            {lookedFor.map((key) => (
              <li key={key}>{say(key)}</li>
            ))}
          </ul>
        </div>
      )}
      <TypeUser onTypeUser={props.onTypeUser} />
    </div>
  );
}

function wording(screen: Nobody): [string, string] {
  switch (screen.kind) {
    case 'signed-out':
      return [say('ui_signed_out'), say('ui_signed_out_text', safeText(screen.host))];
    case 'other-site':
      return [say('ui_other_site'), say('ui_other_site_text', safeText(screen.host))];
    case 'no-access':
      return [say('ui_no_access'), say('ui_no_access_text', siteOf(screen.origin))];
    case 'unreadable':
      return [say('ui_unreadable'), say('ui_unreadable_text')];
    case 'not-ibl':
      return [say('ui_not_ibl'), say('ui_not_ibl_text')];
  }
}

/** The readable part of an origin pattern such as `https://os.ibl.ai/*`. */
const siteOf = (origin: string) => safeText(origin.replace(/^https:\/\/|\/\*$/g, ''));
