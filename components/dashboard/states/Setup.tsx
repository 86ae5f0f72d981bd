import { say } from '@/utils/say';

/** The first-run page: what this is, and two ways on. */
export function Setup(props: {
  /** The origin of a site that the options page could read once it is allowed. */
  origin: string | null;
  onAllowSite: (origin: string) => void;
  onOptions: () => void;
  onSample: () => void;
}) {
  const { origin } = props;
  return (
    <div class="state first">
      <div class="brand">
        <img src="/icon/lens.svg" alt="" width="28" height="28" />
        <h1>{say('app_name')}</h1>
      </div>
      <p>{say('setup_what')}</p>
      <p class="soft">{say('setup_key')}</p>
      {origin && (
        <button type="button" class="button" onClick={() => props.onAllowSite(origin)}>
          {say('action_use_site')}
        </button>
      )}
      <div class="buttons">
        <button type="button" class="button primary" onClick={props.onOptions}>
          {say('ui_options')}
        </button>
        <button type="button" class="button" onClick={props.onSample}>
          {say('setup_try_sample')}
        </button>
      </div>
    </div>
  );
}

/** The banner above sample data, with the button that ends the sample. */
export function SampleBand({ onLeave }: { onLeave: () => void }) {
  return (
    <div class="band" role="note">
      <span>{say('setup_sample_band')}</span>
      <button type="button" class="button" onClick={onLeave}>
        {say('setup_leave_sample')}
      </button>
    </div>
  );
}
