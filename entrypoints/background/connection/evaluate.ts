import type { Scheme } from '@/utils/api/ask';
import { mayBeMissing } from '@/utils/api/http/classify';
import type { Failure } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';
import { offersIn, type Probed } from './probe';
import { explained, type Found, lines } from './report';

/** The answers of a deployment that did not refuse the key in a test. */
export interface Shown {
  scheme: Scheme;
  /** The user who owns the key, null for an organization's own key; undefined if the API does not say. */
  owner: string | null | undefined;
  /** The owner that was typed. */
  keyOwner: string | null;
  isUserKnown: boolean;
  /** The result of the public request for the organization. */
  organization: Failure | null;
  probed: Probed;
}

/** Returns the result for key, organization, base URL and figures; each passes only with evidence. */
export function evaluate(shown: Shown): ConnectionReport {
  const { owner, organization, probed } = shown;
  const figures = figuresOf(probed);
  const found = {
    ...offersIn(probed),
    ...(owner === undefined ? {} : { owner }),
  };
  const known: Found = {
    key: owner === undefined ? undefined : null,
    organization: organization === null ? null : undefined,
  };
  if (Object.values(figures).includes(null)) {
    const passed = { host: null, key: null, organization: null };
    // `me` is no real user name, so an unknown user is no evidence here.
    const untold = !shown.isUserKnown && figures.cost?.kind === 'not-found';
    const cost = untold ? undefined : figures.cost;
    const all = lines({ ...passed, ...figures, cost });
    return { works: true, scheme: shown.scheme, lines: all, ...found };
  }
  const failure = firstOf(probed);
  const report = (field: ConnectionReport['field'], reached: Found): ConnectionReport => ({
    ...explained(failure),
    field,
    lines: lines({ ...figures, ...known, ...reached }),
    ...found,
  });
  const unknown: Failure = { kind: 'not-found' };
  // A 404 that doesn't say what is missing may mean that the deployment lacks the operation.
  const isClear = organization !== null && !mayBeMissing(organization);
  const isUnknown =
    owner !== undefined &&
    organization?.kind === 'not-found' &&
    (isClear || failure.kind !== 'forbidden');
  if (isUnknown) {
    return { ...report('organization', { host: null, organization: unknown }), failure: unknown };
  }
  switch (failure.kind) {
    case 'key-rejected':
      if (owner === undefined) return report('key', { host: null, key: failure });
      // A valid key is refused for another user's name and by another organization.
      if (isOwnerWrong(shown)) return nameless(report('keyOwner', { host: null }));
      return { ...report('organization', { host: null, organization: unknown }), failure: unknown };
    case 'forbidden':
      return report('key', { host: null, key: null });
    case 'not-found':
    case 'not-served':
      if (owner === null && shown.keyOwner === null) {
        return nameless(report('keyOwner', { host: null }));
      }
      if (!mayBeMissing(failure)) {
        return report('organization', { host: null, organization: failure });
      }
      return nothingFound(owner !== undefined || organization === null, report);
    default:
      return { ...explained(failure, { ...figures, ...known }), ...found };
  }
}

type Report = (field: ConnectionReport['field'], reached: Found) => ConnectionReport;

/** Whether figures were requested for a user name that the key may not use: none, or another user's. */
const isOwnerWrong = ({ owner, keyOwner }: Shown): boolean =>
  owner === null ? keyOwner === null : keyOwner !== null && keyOwner !== owner;

/** Removes the API's failure from the report, as no failure of the API says that a user name is missing. */
const nameless = ({ failure: _, ...report }: ConnectionReport): ConnectionReport => report;

/** The failure if no figure is served; if nothing else answered either, the server is not the API. */
function nothingFound(isApi: boolean, report: Report): ConnectionReport {
  const failure: Failure = { kind: 'not-served' };
  return { ...report('baseUrl', { host: isApi ? null : failure }), failure };
}

const figuresOf = (probed: Probed) => ({
  cohorts: either(probed.cohorts, probed.users),
  cost: either(probed.cost, probed.financial),
  feedback: either(probed.feedback, probed.ratings),
});

/** Returns the failure of a figure that two operations may serve; null if one of them answers. */
function either(first: Failure | null, second: Failure | null): Failure | null {
  if (first === null || second === null) return null;
  return first.kind === 'not-served' ? second : first;
}

/** Returns the most useful failure: a refusal says more than a missing operation. */
function firstOf({ breakdown: _, ...probed }: Probed): Failure {
  const failures = Object.values(probed).flatMap((failure) => failure ?? []);
  const rank = (failure: Failure) =>
    failure.kind === 'not-served' ? 4 : mayBeMissing(failure) ? 3 : (RANKS[failure.kind] ?? 1);
  return failures.toSorted((a, b) => rank(a) - rank(b))[0] ?? { kind: 'not-served' };
}

const RANKS: Partial<Record<Failure['kind'], number>> = {
  forbidden: 1,
  'key-rejected': 0,
  'not-found': 2,
};
