import { findMentor } from '../../data/organizations';
import type { Visit } from '../../data/visit';
import { visitsOf } from '../../data/visits';
import { amount, microsOf } from '../amount';
import { type Answer, type Asked, found } from '../answer';
import { FORBIDDEN } from '../auth';
import { grouped } from '../grouped';
import { readerOf } from '../reader';
import { costFilters, passing } from './cost-filters';
import { daysAsked } from './date-filter';

const GROUPS = ['provider', 'llm_model', 'username', 'mentor', 'platform', 'action'] as const;
type GroupBy = (typeof GROUPS)[number];

const METRICS: Record<string, { unit: string; description: string }> = {
  total_cost: { unit: '$', description: 'Cost for this entity in period' },
  sessions: { unit: '', description: 'Sessions of this entity in period' },
  last_active: { unit: '', description: 'When this entity was last active' },
};

/** `financial/details/`: what the cost went to, the dearest first, a page at a time. */
export function financialDetails(asked: Asked): Answer {
  const { orgKey, query, nowMs, behaviour } = asked;
  const read = readerOf(query);
  const groupBy = read.required('group_by', GROUPS);
  const page = read.count('page', 1);
  const limit = read.count('limit', 20, 100);
  // The vendor's own pages ask for metrics that the schema does not name; they are passed over.
  const metrics = (read.text('metrics') ?? 'total_cost').split(',').map((name) => name.trim());
  const filters = costFilters(read, orgKey);
  const days = daysAsked(read, nowMs);
  const refusal = read.refusal();
  if (refusal) return refusal;
  if (groupBy === 'username' && !behaviour.people) return FORBIDDEN;

  const visits = passing(visitsOf(orgKey, days.startMs, days.endMs, nowMs), filters);
  const search = (query.get('search') ?? '').toLowerCase();
  const groups = [...grouped(visits, namesOf(orgKey)[groupBy])]
    .map(([name, group]) => ({ ...labelOf(groupBy, orgKey, name), group }))
    .filter(({ label }) => label.toLowerCase().includes(search))
    .sort((a, b) => microsOf(b.group) - microsOf(a.group));
  const rows = groups.slice((page - 1) * limit, page * limit).map(({ label, more, group }) => ({
    [groupBy]: label,
    ...more,
    total_cost: amount(microsOf(group), behaviour),
    ...(metrics.includes('sessions') ? { sessions: group.length } : {}),
    ...(metrics.includes('last_active') ? { last_active: lastActive(group) } : {}),
  }));
  return found({
    page,
    limit,
    total_pages: Math.ceil(groups.length / limit),
    total_records: groups.length,
    rows,
    metrics: Object.entries(METRICS)
      .filter(([name]) => metrics.includes(name))
      .map(([name, metric]) => ({ name, ...metric })),
    total_cost: amount(microsOf(groups.flatMap(({ group }) => group)), behaviour),
  });
}

function namesOf(orgKey: string): Record<GroupBy, (visit: Visit) => string> {
  return {
    provider: ({ model }) => model.provider,
    llm_model: ({ model }) => model.name,
    username: ({ person }) => person.name,
    mentor: ({ mentorId }) => mentorId,
    platform: () => orgKey,
    action: ({ action }) => action,
  };
}

function labelOf(groupBy: GroupBy, orgKey: string, name: string) {
  if (groupBy !== 'mentor') return { label: name, more: {} };
  return { label: findMentor(orgKey, name)?.name ?? name, more: { mentor_unique_id: name } };
}

function lastActive(visits: Visit[]): string {
  return new Date(Math.max(...visits.map(({ atMs }) => atMs))).toISOString();
}
