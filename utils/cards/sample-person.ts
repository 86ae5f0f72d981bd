/** Whose the sample is: nobody's, and it says so. */
export const SAMPLE_PERSON = {
  user: 'sample.user',
  displayName: 'Sample User',
  org: 'sample',
  orgName: 'Sample University',
  mentorName: 'Sample Mentor',
} as const;

/** The part of what is counted by mentor that one mentor has. */
export const mentorShare = (mentor: boolean): number => (mentor ? 0.4 : 1);
