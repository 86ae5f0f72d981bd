/** For invented figures: the part of what is counted by mentor that one mentor has. */
export const mentorShare = (mentor: boolean): number => (mentor ? 0.4 : 1);
