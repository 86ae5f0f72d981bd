import { say } from '@/utils/say';
import { BudgetToggles } from './BudgetToggles';
import { ConnectionFields } from './ConnectionFields';
import { DeleteData } from './DeleteData';
import { Field } from './Field';
import { ProfileButtons, ProfileChooser } from './ProfileChooser';
import { SettingsFile } from './SettingsFile';
import { StatusView } from './StatusView';
import { useOptions } from './useOptions';

const unreadableTexts = {
  damaged: 'ui_settings_damaged',
  newer: 'ui_settings_newer',
  unread: 'failure_storage',
} as const;

/** The options page: connection, identity, data, from top to bottom. */
export function Options() {
  const options = useOptions();
  const { form, errors, type, locked, profile } = options;
  const several = options.profiles.length > 1 || (options.profiles.length > 0 && !options.isStored);
  return (
    <main class="options">
      <header class="brand">
        <img src="/icon/lens.svg" alt="" width="36" height="36" />
        <div>
          <h1>{say('app_name')}</h1>
          <p class="help">{say('options_intro')}</p>
        </div>
      </header>
      {options.unreadable && (
        <p class="confirm" role="alert">
          {say(unreadableTexts[options.unreadable])}
        </p>
      )}
      <form
        class="options-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          options.save();
        }}
      >
        <section class="group">
          <h2>{say('options_connection')}</h2>
          <ProfileChooser
            profiles={options.profiles}
            profile={profile}
            isStored={options.isStored}
            onChoose={options.turnTo}
          />
          {several && (
            <Field
              label="options_profile_name"
              value={form.name}
              placeholder={form.organization}
              onInput={(text) => type('name', text)}
            >
              {say('options_profile_name_help')}
            </Field>
          )}
          <ConnectionFields
            form={form}
            errors={errors}
            keyLast4={options.keyLast4}
            locked={locked}
            type={type}
          />
          {options.isStored && (
            <ProfileButtons
              key={profile.id}
              profiles={options.profiles}
              profile={profile}
              canAdd={!options.isRuled}
              onAdd={options.addProfile}
              onRemove={options.removeProfile}
            />
          )}
        </section>
        <section class="group">
          <h2>{say('options_identity')}</h2>
          <Field
            label="options_user"
            value={form.user}
            error={errors.user}
            locked={locked.includes('user')}
            onInput={(text) => type('user', text)}
          >
            {say('options_user_help')}
          </Field>
          <Field
            label="options_key_owner"
            value={form.keyOwner}
            error={errors.keyOwner}
            locked={locked.includes('keyOwner')}
            onInput={(text) => type('keyOwner', text)}
          >
            {say('options_key_owner_help')}
          </Field>
        </section>
        <section class="group">
          <h2>{say('options_budget')}</h2>
          <Field
            label="options_budget_amount"
            numeric
            value={form.budget}
            error={errors.budget}
            onInput={(text) => type('budget', text)}
          >
            {say('options_budget_help')}
          </Field>
          <BudgetToggles
            settings={options.settings}
            onBadge={options.badge}
            onAlerts={options.alerts}
          />
        </section>
        <div class="send">
          {options.asksUrlChange && (
            <div class="confirm" role="alertdialog" aria-label={say('options_url_change')}>
              <p>{say('options_url_confirm', options.storedHost)}</p>
              <div class="buttons">
                <button type="button" class="button danger" onClick={options.changeUrl}>
                  {say('options_url_change')}
                </button>
                <button type="button" class="button" onClick={options.keepUrl}>
                  {say('options_url_keep')}
                </button>
              </div>
            </div>
          )}
          <div class="buttons">
            <button type="submit" class="button primary" disabled={options.unreadable === 'newer'}>
              {say('options_save')}
            </button>
            <button type="button" class="button" onClick={options.test}>
              {say('options_test')}
            </button>
          </div>
          <StatusView status={options.status} />
        </div>
      </form>
      <section class="group">
        <h2>{say('options_data')}</h2>
        <SettingsFile onExport={options.exportFile} onImport={options.importFile} />
        <DeleteData onDelete={options.deleteAll} />
      </section>
    </main>
  );
}
