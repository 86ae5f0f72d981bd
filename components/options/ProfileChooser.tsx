import { useId, useState } from 'preact/hooks';
import { say } from '@/components/ui/text';
import type { Profile } from '@/utils/store/profile';

/** Which organization is being edited; nothing where there is only one. */
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
        {profiles.map(({ id: value, name, organization }) => (
          <option key={value} value={value}>
            {name || organization}
          </option>
        ))}
        {!isStored && <option value={profile.id}>{say('options_profile_new')}</option>}
      </select>
    </div>
  );
}

/** How to add an organization, and to remove the one that is being edited. */
export function ProfileButtons(props: {
  profiles: Profile[];
  profile: Profile;
  canAdd: boolean;
  onAdd: () => void;
  onRemove: () => void;
}) {
  const { profiles, profile } = props;
  const [asked, setAsked] = useState(false);
  const canRemove = profiles.length > 1;
  if (!props.canAdd && !canRemove) return null;
  return (
    <>
      {asked && (
        <p class="confirm" role="alert">
          {say('options_profile_remove_confirm', profile.name || profile.organization)}
        </p>
      )}
      <div class="buttons">
        {props.canAdd && (
          <button type="button" class="button" onClick={props.onAdd}>
            {say('options_profile_add')}
          </button>
        )}
        {canRemove && (
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
    </>
  );
}
