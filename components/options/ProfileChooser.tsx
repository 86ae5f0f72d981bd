import { useId, useState } from 'preact/hooks';
import { say } from '@/components/ui/text';
import type { Profile } from '@/utils/store/profile';

/** Which organization is being edited, where there are several; how to add one and to remove it. */
export function ProfileChooser(props: {
  profiles: Profile[];
  profile: Profile;
  isStored: boolean;
  canAdd: boolean;
  onChoose: (id: string) => void;
  onAdd: () => void;
  onRemove: () => void;
}) {
  const { profiles, profile, isStored } = props;
  const [asked, setAsked] = useState(false);
  const id = useId();
  if (profiles.length === 0) return null;
  return (
    <div class="profiles">
      {(profiles.length > 1 || !isStored) && (
        <div class="field">
          <label for={id}>{say('options_profile')}</label>
          <select
            id={id}
            class="input"
            value={profile.id}
            onChange={(event) => props.onChoose(event.currentTarget.value)}
          >
            {profiles.map(({ id: value, name, organization }) => (
              <option key={value} value={value}>
                {name || organization}
              </option>
            ))}
            {!isStored && <option value={profile.id}>{say('options_profile_new')}</option>}
          </select>
        </div>
      )}
      {asked && (
        <p class="confirm" role="alert">
          {say('options_profile_remove_confirm', profile.name || profile.organization)}
        </p>
      )}
      <div class="buttons">
        {isStored && props.canAdd && (
          <button type="button" class="button" onClick={props.onAdd}>
            {say('options_profile_add')}
          </button>
        )}
        {isStored && profiles.length > 1 && (
          <button
            type="button"
            class="button danger"
            onClick={() => {
              setAsked(!asked);
              if (asked) props.onRemove();
            }}
          >
            {say('options_profile_remove')}
          </button>
        )}
        {asked && (
          <button type="button" class="button" onClick={() => setAsked(false)}>
            {say('options_keep')}
          </button>
        )}
      </div>
    </div>
  );
}
