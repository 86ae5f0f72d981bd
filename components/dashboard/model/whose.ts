import type { Whose } from '@/utils/cards/card';
import { safeText } from '@/utils/figures/text/safe-text';
import { say } from '@/utils/say';
import type { FiguresModel } from './model';

/** Whose the figures are, in names that are fit to be shown. */
export const whoseOf = ({ who, scope }: FiguresModel): Whose => ({
  user: safeText(who.displayName),
  organization: safeText(who.orgName),
  mentor:
    scope === 'mentor' && who.mentor
      ? safeText(who.mentor.name ?? '') || say('ui_card_scope_mentor')
      : null,
});
