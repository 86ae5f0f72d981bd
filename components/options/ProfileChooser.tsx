import { useId } from 'preact/hooks';
import { hostOf } from '@/utils/deployment/base-url';
import { say } from '@/utils/say';
import type { Profile } from '@/utils/store/settings/profile';
import { TwoClicks } from './TwoClicks';

/** Chooses the organization to edit; shows nothing where there is only one. */
export function ProfileChooser(props: {
  profiles: Profile[];
  profile: Profile;
  isStored: boolean;
  onChoose: (id: string) => void;
}) {
  const { profiles, profile, isStored } = props;
  const id = useId();
  if (profiles.length === 0 || (profiles.length === 1 && isStored)) return null;
  return (
    <div class="field">
      <label for={id}>{say('options_profile')}</label>
      <select
        id={id}
        class="input"
        value={profile.id}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        {profiles.map((one) => (
          <option key={one.id} value={one.id}>
            {labelOf(one, profiles)}
          </option>
        ))}
        {!isStored && <option value={profile.id}>{say('options_profile_new')}</option>}
      </select>
    </div>
  );
}

/** Returns a profile's name, with its base URL where another profile has the same name. */
function labelOf(profile: Profile, profiles: Profile[]): string {
  const called = ({ name, organization }: Profile) => name || organization;
  const name = called(profile);
  const isShared = profiles.some((other) => other.id !== profile.id && called(other) === name);
  return isShared ? `${name} (${hostOf(profile.baseUrl)})` : name;
}

/** The buttons that add an organization and remove the edited one. */
export function ProfileButtons(props: {
  profile: Profile;
  canAdd: boolean;
  canRemove: boolean;
  onAdd: () => void;
  onRemove: () => void;
}) {
  const { profile } = props;
  const add = props.canAdd && (
    <button type="button" class="button" onClick={props.onAdd}>
      {say('options_profile_add')}
    </button>
  );
  if (!props.canRemove) return add ? <div class="buttons">{add}</div> : null;
  return (
    <TwoClicks
      label={say('options_profile_remove')}
      warning={say('options_profile_remove_confirm', profile.name || profile.organization)}
      onConfirm={props.onRemove}
    >
      {add}
    </TwoClicks>
  );
}
