import { emptyProfile, FIRST_PROFILE, type Profile } from './profile';
import { INITIAL_SETTINGS, type Settings } from './settings';

/** For tests: a profile that is filled in. */
export const fakeProfile = (overrides: Partial<Profile> = {}): Profile => ({
  ...emptyProfile(FIRST_PROFILE),
  name: 'acme',
  organization: 'acme',
  baseUrl: 'https://base.manager.iblai.app',
  ...overrides,
});

/** For tests: settings with these profiles, or with the one for `acme`. */
export const fakeSettings = (...profiles: Profile[]): Settings => ({
  ...INITIAL_SETTINGS,
  profiles: profiles.length > 0 ? profiles : [fakeProfile()],
});
