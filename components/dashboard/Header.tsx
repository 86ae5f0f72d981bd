import { Choices } from '@/components/ui/Choices';
import { exactCount } from '@/utils/figures/text/format';
import { safeText } from '@/utils/figures/text/safe-text';
import { locale, say } from '@/utils/say';
import type { Who } from './model/screens';

const sources = {
  page: 'ui_from_page',
  options: 'ui_from_options',
  sample: 'ui_from_sample',
} as const;

/** Who is meant, in which organization, and where that comes from. */
export function Header(props: {
  who: Who;
  scope: 'all' | 'mentor';
  onScope: (scope: 'all' | 'mentor') => void;
  /** Users active within the last hour; null while unknown, left out where that is not asked. */
  activeNow?: number | null | undefined;
}) {
  const { who, scope, activeNow } = props;
  const name = safeText(who.displayName);
  const source = say(sources[who.from]);
  const mentor = who.mentor?.name ? safeText(who.mentor.name) : '';
  return (
    <div class="who">
      <span class="avatar" aria-hidden="true">
        {initials(name)}
      </span>
      <div class="who-text">
        <h1 title={`${safeText(who.user, 150)}, ${source}`}>{name}</h1>
        <p>
          {safeText(who.orgName)}
          {who.base && <span class="source">{safeText(who.base)}</span>}
          {who.from !== 'page' && <span class="source">{source}</span>}
          {activeNow !== undefined && (
            <span class="source" hidden={activeNow === null} title={say('ui_active_now_long')}>
              <output data-kpi="active-now" data-value={activeNow ?? ''}>
                {activeNow !== null && say('ui_active_now', exactCount(activeNow, locale()))}
              </output>
            </span>
          )}
          {mentor && (
            <span class="mentor" title={mentor}>
              {mentor}
            </span>
          )}
        </p>
      </div>
      {who.mentor && (
        <Choices
          label={say('ui_scope')}
          chosen={scope}
          onChoose={props.onScope}
          choices={[
            { value: 'all', label: say('ui_scope_all') },
            { value: 'mentor', label: say('ui_scope_mentor'), title: mentor || undefined },
          ]}
        />
      )}
    </div>
  );
}

/** Up to two letters: of the first and the last word of the name. */
function initials(name: string): string {
  const words = name.split(/[\s._@-]+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
