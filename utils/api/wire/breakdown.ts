import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import type { CostShare, SpentOn } from '@/utils/figures/cost-shares';
import { sumMoney } from '@/utils/figures/kpi';
import { type Asked, namesAnother } from './named';
import { toNumber } from './numbers';

/**
 * A cost by category, the largest first. `rest` is the part of the total that the given rows do not
 * include; `more` is true when there may be further rows whose sum is unknown.
 */
export interface Shares {
  shares: CostShare[];
  rest: number;
  more: boolean;
}

const list = z.array(z.unknown());
const field = z.optional(z.unknown());
const details = z.object({ rows: list, total_cost: field, total_pages: field });
const typedMentors = z.object({ mentor_data: list, tenant_total_cost: field });
const paged = z.object({ results: list, count: field });
const share = z.object({
  llm_model: field,
  model: field,
  mentor_name: field,
  mentor: field,
  mentor_unique_id: field,
  provider: field,
  action: field,
  username: field,
  total_cost: z.unknown(),
});

const FIELDS = {
  model: ['llm_model', 'model'],
  mentor: ['mentor_name', 'mentor', 'mentor_unique_id'],
  provider: ['provider'],
  action: ['action'],
  person: ['username'],
} as const;

const badResponse = fail({ kind: 'bad-response' });

/** Parses `financial/details/`, whose rows have examples in the schema but no type. */
export function parseDetails(json: unknown, by: SpentOn, asked: Asked): Result<Shares> {
  const parsed = details.safeParse(json);
  if (!parsed.success || namesAnother(json, asked)) return badResponse;
  const { rows, total_cost, total_pages } = parsed.data;
  const total = toNumber(total_cost);
  // Only the first page is asked for; what the others hold is known from the total alone.
  return sharesOf(rows, by, { total, more: total === null && (toNumber(total_pages) ?? 1) > 1 });
}

/**
 * Parses `costs/model/`: one model by its type, which may be the one with the highest cost of
 * several; or a list of models.
 */
export function parseModelCosts(json: unknown, asked: Asked): Result<Shares> {
  if (namesAnother(json, asked)) return badResponse;
  if (Array.isArray(json)) return sharesOf(json, 'model', {});
  return pageOf(json, 'model') ?? sharesOf([json], 'model', { more: true });
}

/** Parses `costs/permentor/`: `mentor_data` by its type, a page of `results` in its example. */
export function parseMentorCosts(json: unknown, asked: Asked): Result<Shares> {
  if (namesAnother(json, asked)) return badResponse;
  const typed = typedMentors.safeParse(json);
  if (!typed.success) return pageOf(json, 'mentor') ?? badResponse;
  const total = toNumber(typed.data.tenant_total_cost);
  return sharesOf(typed.data.mentor_data, 'mentor', { total });
}

/** Parses `costs/peruser/`: a page of people by its example; its type describes something else. */
export function parsePersonCosts(json: unknown, asked: Asked): Result<Shares> {
  if (namesAnother(json, asked)) return badResponse;
  return pageOf(json, 'person') ?? badResponse;
}

function pageOf(json: unknown, by: SpentOn): Result<Shares> | null {
  const parsed = paged.safeParse(json);
  if (!parsed.success) return null;
  const { results, count } = parsed.data;
  return sharesOf(results, by, { more: (toNumber(count) ?? 0) > results.length });
}

function sharesOf(
  rows: unknown[],
  by: SpentOn,
  { total = null, more = false }: { total?: number | null; more?: boolean },
): Result<Shares> {
  const shares: CostShare[] = [];
  for (const item of rows) {
    const parsed = share.safeParse(item);
    const cost = parsed.success ? toNumber(parsed.data.total_cost) : null;
    if (!parsed.success || cost === null) return badResponse;
    const name = FIELDS[by].map((field) => parsed.data[field]).find(isName) ?? null;
    // By its type an empty answer is one row without a name and without a cost.
    if (name !== null || cost !== 0) shares.push({ name, cost });
  }
  const rest = total === null ? 0 : sumMoney([total, ...shares.map(({ cost }) => -cost)]);
  return ok({ shares: shares.sort((a, b) => b.cost - a.cost), rest, more });
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
