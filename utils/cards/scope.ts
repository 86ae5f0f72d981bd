import type { Say } from '@/utils/failure';
import type { Whose } from './card';

/** Figures of a group: the organization, or one mentor in it. */
export const groupScope = ({ organization, mentor }: Whose, say: Say): string =>
  `${organization} · ${mentor ?? say('ui_card_scope_all')}`;

/** The same for programs. */
export const groupNarrows = () => ({ toUser: false, toMentor: true });

/** The group in one name, for a sentence. */
export const groupName = ({ organization, mentor }: Whose): string => mentor ?? organization;
