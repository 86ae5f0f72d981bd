import { Icon } from '@/components/ui/icons';
import { explain } from '@/utils/explain';
import type { Failure, TextKey } from '@/utils/failure';
import { clockTime } from '@/utils/figures/text/format';
import type { ConnectionReport } from '@/utils/messages/contract';
import { locale, say } from '@/utils/say';
import type { Status } from './model/status';
import { Offers } from './Offers';

const checks = {
  host: 'options_check_host',
  key: 'options_check_key',
  organization: 'options_check_org',
  cohorts: 'options_check_cohorts',
  cost: 'options_check_cost',
  feedback: 'options_check_feedback',
} as const;

/** Shows the result of the last action. Screen readers announce it only if the region is always present. */
export function StatusView(props: { status: Status; onUseBase: (baseUrl: string) => void }) {
  const { status } = props;
  const better = status.kind === 'tested' ? status.report.betterBaseUrl : undefined;
  return (
    <div class={`status ${toneOf(status)}`} role="status">
      {status.kind !== 'none' && <p>{textOf(status)}</p>}
      {better && (
        <div class="offer">
          <p>{say('options_better_base', better)}</p>
          <button type="button" class="button" onClick={() => props.onUseBase(better)}>
            {say('options_use_better', better)}
          </button>
        </div>
      )}
      {status.kind === 'tested' && <Report {...status.report} />}
      {status.kind === 'tested' && <Offers {...status.report} />}
    </div>
  );
}

/** Shows one line for each check. */
function Report({ lines, offers = [], failure: shown }: ConnectionReport) {
  return (
    <ul class="checks">
      {lines.map(({ check, ok, failure }) => (
        <li key={check} class={ok === null ? 'idle' : ok ? 'good' : 'bad'}>
          <Icon name={ok === null ? 'idle' : ok ? 'good' : 'bad'} />
          <div>
            {say(labelOf(check, ok, offers))}: {lineText(ok)}
            {failure && failure.kind !== shown?.kind && <small>{sentence(failure)}</small>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Returns a check's label; where another figure replaced a missing one, it names that figure. */
function labelOf(check: keyof typeof checks, ok: boolean | null, offers: string[]): TextKey {
  if (ok && check === 'cohorts' && !offers.includes('cohorts') && offers.includes('users')) {
    return 'options_check_users';
  }
  if (ok && check === 'feedback' && !offers.includes('feedback') && offers.includes('ratings')) {
    return 'options_check_ratings';
  }
  return checks[check];
}

function lineText(ok: boolean | null): string {
  if (ok === null) return say('options_check_not_tried');
  return say(ok ? 'options_check_good' : 'options_check_bad');
}

function textOf(status: Exclude<Status, { kind: 'none' }>): string {
  switch (status.kind) {
    case 'busy':
      return say(status.text);
    case 'good':
    case 'bad':
      return say(status.text, ...(status.values ?? []));
    case 'failed':
      return sentence(status.failure);
    case 'tested': {
      const { works, failure, field, owner } = status.report;
      if (works) return say('options_test_good');
      if (field === 'keyOwner') {
        return owner ? say('options_key_of', owner) : say('options_key_without_user');
      }
      return failure ? sentence(failure) : say('options_test_bad');
    }
  }
}

function sentence(failure: Failure): string {
  const clock = (ms: number) => clockTime(ms, Date.now(), locale());
  const { sentence: key, values } = explain(failure, clock);
  return say(key, ...values);
}

function toneOf(status: Status): '' | 'good' | 'bad' {
  if (status.kind === 'tested') return status.report.works ? 'good' : 'bad';
  if (status.kind === 'good') return 'good';
  return status.kind === 'bad' || status.kind === 'failed' ? 'bad' : '';
}
