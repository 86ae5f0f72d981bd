import type { Failure, FailureAction, TextKey } from './failure';

interface Explanation {
  sentence: TextKey;
  values: (string | number)[];
  action: FailureAction;
}

/** What is said of settings that can't be used. */
export const unreadableTexts = {
  damaged: 'ui_settings_damaged',
  newer: 'ui_settings_newer',
  unread: 'failure_storage',
} as const;

/**
 * Describes a failure in one sentence and names one thing to do about it. `clock` formats an
 * instant (epoch ms) as a time of day in the reader's locale.
 */
export function explain(failure: Failure, clock: (ms: number) => string): Explanation {
  const say = (sentence: TextKey, action: FailureAction, ...values: (string | number)[]) => ({
    sentence,
    values,
    action,
  });
  switch (failure.kind) {
    case 'no-key':
      return say('failure_no_key', 'open-options');
    case 'key-rejected':
      return say('failure_key_rejected', 'open-options');
    case 'key-unseen':
      return say('failure_key_unseen', 'open-options');
    case 'forbidden':
      return say('failure_forbidden', 'open-options');
    case 'out-of-credit':
      return say('failure_out_of_credit', 'retry');
    case 'not-found':
      return say('failure_not_found', 'open-options');
    case 'not-served':
      return say('failure_not_served', 'open-options');
    case 'no-all-time':
      return say('failure_no_all_time', 'show-12-months');
    case 'bad-request':
      return say('failure_bad_request', 'open-options', failure.status);
    case 'rate-limited':
      return say('failure_rate_limited', 'retry', clock(failure.untilMs));
    case 'unavailable':
      return say('failure_unavailable', 'retry', clock(failure.untilMs));
    case 'redirected':
      return say('failure_redirected', 'open-options');
    case 'offline':
      return say('failure_offline', 'retry');
    case 'timeout':
      return say('failure_timeout', 'retry');
    case 'server':
      return say('failure_server', 'retry', failure.status);
    case 'bad-response':
      return say('failure_bad_response', 'retry');
    case 'no-figure':
      return say('failure_no_figure', 'open-options');
    case 'too-large':
      return say('failure_too_large', 'retry');
    case 'host-not-allowed':
      return say('failure_host_not_allowed', 'grant-host', failure.host);
    case 'not-detected':
      return say('failure_not_detected', 'type-user');
    case 'storage':
      return say('failure_storage', 'retry');
    case 'worker-unreachable':
      return say('failure_worker_unreachable', 'retry');
    case 'extension-updated':
      return say('failure_extension_updated', 'reload-page');
  }
}
