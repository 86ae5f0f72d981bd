import { findMentor } from '../../data/organizations';
import type { Visit } from '../../data/visit';
import { visitsOf } from '../../data/visits';
import { microsOf } from '../amount';
import { type Answer, type Asked, found } from '../answer';
import { FORBIDDEN } from '../auth';
import { grouped } from '../grouped';
import { spanAsked } from '../params';
import { readerOf } from '../reader';

/**
 * `costs/model/`: what each model has cost the organization. Its type is a single model, so that
 * the dearest is answered, unless a list is what this deployment does.
 */
export function modelCosts(asked: Asked): Answer {
  const checked = spanAsked(asked);
  if (!checked.ok) return checked.answer;
  const models = dearestFirst(asked, checked.value, ({ model }) => model.name);
  const rows = models.map(([model, visits]) => ({ model, total_cost: microsOf(visits) / 1e6 }));
  if (asked.behaviour.costTables === 'example') return found(rows);
  return found(rows[0] ?? { model: '', total_cost: 0 });
}

/** `costs/permentor/`: what each mentor has cost the organization; pages of five in the example. */
export function mentorCosts(asked: Asked): Answer {
  const checked = spanAsked(asked);
  if (!checked.ok) return checked.answer;
  const { orgKey, behaviour } = asked;
  const mentors = dearestFirst(asked, checked.value, ({ mentorId }) => mentorId);
  const rows = mentors.map(([id, visits]) => ({
    mentor_name: findMentor(orgKey, id)?.name ?? id,
    mentor_unique_id: id,
    total_cost: microsOf(visits) / 1e6,
  }));
  if (behaviour.costTables === 'example') {
    return found({ count: rows.length, next: null, previous: null, results: rows.slice(0, 5) });
  }
  const sessions = new Map(mentors);
  return found({
    tenant: orgKey,
    tenant_total_cost: microsOf(mentors.flatMap(([, visits]) => visits)) / 1e6,
    mentor_data: rows.map((row) => ({
      ...row,
      mentor_sessions: (sessions.get(row.mentor_unique_id) ?? []).map((visit) => ({
        session_id: `${visit.person.name}-${visit.atMs}`,
        cost: visit.costMicros / 1e6,
      })),
    })),
  });
}

/** `costs/peruser/`: what each person has cost, `limit` from `offset` on; not for every key. */
export function personCosts(asked: Asked): Answer {
  const checked = spanAsked(asked);
  if (!checked.ok) return checked.answer;
  if (!asked.behaviour.people) return FORBIDDEN;
  const read = readerOf(asked.query);
  const limit = read.count('limit', 10);
  const offset = Number(asked.query.get('offset') ?? 0);
  const people = dearestFirst(asked, checked.value, ({ person }) => person.name);
  const results = people.slice(offset, offset + limit).map(([username, visits]) => ({
    username,
    total_cost: microsOf(visits) / 1e6,
  }));
  return found({ count: people.length, next: null, previous: null, results });
}

function dearestFirst(
  { orgKey, nowMs }: Asked,
  { startMs, endMs }: { startMs: number; endMs: number },
  nameOf: (visit: Visit) => string,
): [string, Visit[]][] {
  const groups = grouped(visitsOf(orgKey, startMs, endMs, nowMs), nameOf);
  return [...groups].sort(([, a], [, b]) => microsOf(b) - microsOf(a));
}
