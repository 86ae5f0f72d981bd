import type { Visit } from '../../data/visit';
import type { Reader } from '../reader';

/** Which visits a question about costs is about; null: any. */
export interface CostFilters {
  mentor_unique_id: string | null;
  username: string | null;
  provider: string | null;
  llm_model: string | null;
}

const PROVIDERS = ['openai', 'anthropic', 'azure', 'google', 'meta', 'other'] as const;

export function costFilters(read: Reader, orgKey: string): CostFilters {
  return {
    mentor_unique_id: read.mentor(orgKey),
    username: read.text('username'),
    provider: read.choice('provider', PROVIDERS, null),
    llm_model: read.text('llm_model'),
  };
}

/** The visits that pass every filter. */
export function passing(visits: Visit[], filters: CostFilters): Visit[] {
  const { mentor_unique_id, username, provider, llm_model } = filters;
  const passes = (wanted: string | null, value: string) => wanted === null || wanted === value;
  return visits.filter(
    ({ mentorId, person, model }) =>
      passes(mentor_unique_id, mentorId) &&
      passes(username, person.name) &&
      passes(provider, model.provider) &&
      passes(llm_model, model.name),
  );
}

/** Those filters that were given, as answers repeat them. */
export function given(filters: CostFilters): Record<string, string> {
  const entries = Object.entries(filters).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return Object.fromEntries(entries);
}
