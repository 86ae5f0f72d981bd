import { unreadableTexts } from '@/utils/explain';
import { say } from '@/utils/say';
import { BudgetToggles } from './BudgetToggles';
import { ConnectionFields } from './ConnectionFields';
import { DeleteData } from './DeleteData';
import { Field } from './Field';
import { HostQuestion } from './HostQuestion';
import { useOptions } from './hooks/useOptions';
import { ProfileButtons, ProfileChooser } from './ProfileChooser';
import { SettingsFile } from './SettingsFile';
import { StatusView } from './StatusView';

/** The options page: connection, identity, data. */
export function Options() {
  const options = useOptions();
  const { form, errorOf, locked, profile, connect, filled, isWelcome } = options;
  const type: typeof options.type = (name, text) => filled.take(text) || options.type(name, text);
  const several = options.profiles.length > 1 || (options.profiles.length > 0 && !options.isStored);
  return (
    <main class="options">
      <header class="brand">
        <img src="/icon/lens.svg" alt="" width="36" height="36" />
        <div>
          <h1>{say('app_name')}</h1>
          <p class="help">{say(isWelcome ? 'options_welcome' : 'options_intro')}</p>
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
        onPaste={(event) => {
          if (filled.take(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          connect.save();
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
            errorOf={errorOf}
            keyLast4={options.keyLast4}
            locked={locked}
            pageHost={filled.page?.host ?? null}
            type={type}
            onUsePage={filled.usePage}
          />
          {options.isStored && (
            <ProfileButtons
              key={profile.id}
              profile={profile}
              canAdd={!options.isRuled}
              canRemove={options.canRemove}
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
            error={errorOf('user')}
            locked={locked.includes('user')}
            onInput={(text) => type('user', text)}
          >
            {say(filled.isFollowed ? 'options_user_from_page' : 'options_user_help')}
          </Field>
          <Field
            label="options_key_owner"
            value={form.keyOwner}
            error={errorOf('keyOwner')}
            locked={locked.includes('keyOwner')}
            onInput={(text) => type('keyOwner', text)}
          >
            {say('options_key_owner_help')}
          </Field>
        </section>
        {!isWelcome && (
          <section class="group">
            <h2>{say('options_budget')}</h2>
            <Field
              label="options_budget_amount"
              numeric
              value={form.budget}
              error={errorOf('budget')}
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
        )}
        <div class="send">
          {connect.question && (
            <HostQuestion question={connect.question} onCancel={connect.cancel} />
          )}
          <div class="buttons">
            <button
              type="submit"
              class="button primary"
              disabled={!options.isRead || options.unreadable === 'newer'}
            >
              {say('options_save')}
            </button>
            <button type="button" class="button" onClick={connect.test}>
              {say('options_test')}
            </button>
          </div>
          <StatusView
            status={options.status}
            onUseBase={(baseUrl) => options.type('baseUrl', baseUrl)}
          />
        </div>
      </form>
      {isWelcome ? (
        <a href="/options.html">{say('options_all')}</a>
      ) : (
        <section class="group">
          <h2>{say('options_data')}</h2>
          <SettingsFile onExport={options.exportFile} onImport={options.importFile} />
          <DeleteData onDelete={options.deleteAll} />
        </section>
      )}
    </main>
  );
}
