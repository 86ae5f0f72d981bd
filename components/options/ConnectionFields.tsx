import { DEFAULT_BASE_URL } from '@/utils/page/base-url';
import { say } from '@/utils/say';
import type { Lockable } from '@/utils/store/settings/policy';
import { Field } from './Field';
import type { FieldName, Form, FormErrors } from './form';

/** Key, organization and base URL. A stored key is shown as its last four characters only. */
export function ConnectionFields(props: {
  form: Form;
  errors: FormErrors;
  keyLast4: string | null;
  locked: Lockable[];
  type: (name: FieldName, text: string) => void;
}) {
  const { form, errors, keyLast4, locked, type } = props;
  return (
    <>
      <Field
        label="options_api_key"
        secret
        value={form.apiKey}
        placeholder={keyLast4 ? say('options_key_placeholder', keyLast4) : ''}
        error={errors.apiKey}
        locked={locked.includes('apiKey')}
        onInput={(text) => type('apiKey', text)}
      >
        {say('options_key_help')}
        {keyLast4 && <strong> {say('options_key_stored', keyLast4)}</strong>}
      </Field>
      <Field
        label="options_organization"
        value={form.organization}
        error={errors.organization}
        locked={locked.includes('organization')}
        onInput={(text) => type('organization', text)}
      >
        {say('options_org_help')}
      </Field>
      <Field
        label="options_base_url"
        value={form.baseUrl}
        placeholder={DEFAULT_BASE_URL}
        error={errors.baseUrl}
        locked={locked.includes('baseUrl')}
        onInput={(text) => type('baseUrl', text)}
      >
        {say('options_base_url_help')}
      </Field>
    </>
  );
}
