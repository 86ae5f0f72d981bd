import type { TextKey } from '@/utils/failure';
import { say } from '@/utils/say';
import type { Lockable } from '@/utils/store/settings/policy';
import { Field } from './Field';
import type { FieldName, Form } from './model/form';

/** The fields for key, organization and base URL. Of a stored key the last four characters are shown. */
export function ConnectionFields(props: {
  form: Form;
  errorOf: (name: FieldName) => TextKey | undefined;
  keyLast4: string | null;
  locked: Lockable[];
  /** The host of the page that the fields were filled from. */
  pageHost: string | null;
  type: (name: FieldName, text: string) => void;
  onUsePage: () => void;
}) {
  const { form, errorOf, keyLast4, locked, type } = props;
  return (
    <>
      <Field
        label="options_api_key"
        secret
        value={form.apiKey}
        placeholder={keyLast4 ? say('options_key_placeholder', keyLast4) : ''}
        error={errorOf('apiKey')}
        locked={locked.includes('apiKey')}
        onInput={(text) => type('apiKey', text)}
      >
        {keyLast4 && <strong>{say('options_key_stored', keyLast4)} </strong>}
        <a href={`https://${props.pageHost ?? 'os.ibl.ai'}/`} target="_blank" rel="noreferrer">
          {say('options_key_where')}
        </a>{' '}
        {say('options_key_help')}
      </Field>
      <div class="from-page">
        <button type="button" class="button" onClick={props.onUsePage}>
          {say('options_use_page')}
        </button>
        <p class="help">{say('options_use_page_help')}</p>
      </div>
      <Field
        label="options_organization"
        value={form.organization}
        error={errorOf('organization')}
        locked={locked.includes('organization')}
        onInput={(text) => type('organization', text)}
      >
        {say('options_org_help')}
      </Field>
      <Field
        label="options_base_url"
        value={form.baseUrl}
        placeholder={say('options_base_url_automatic')}
        error={errorOf('baseUrl')}
        locked={locked.includes('baseUrl')}
        onInput={(text) => type('baseUrl', text)}
      >
        {say('options_base_url_help')}
      </Field>
    </>
  );
}
