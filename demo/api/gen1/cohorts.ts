import { visitsOf } from '../../data/visits';
import { type Answer, type Asked, found } from '../answer';
import { seriesAsked } from '../params';
import { byPeriod, timeText } from '../periods';

/**
 * `user-cohorts-over-time/`: in each period, who registered in it (or in the range, and came in
 * it), and who came that had registered before the range asked for. Under a mentor, only visits to that mentor count.
 */
export function cohorts(asked: Asked): Answer {
  const checked = seriesAsked(asked);
  if (!checked.ok) return checked.answer;
  const { startMs, endMs, mentorId } = checked.value;
  const visits = visitsOf(asked.orgKey, startMs, endMs, asked.nowMs).filter(
    (visit) => mentorId === null || visit.mentorId === mentorId,
  );
  const periods = byPeriod(visits, checked.value, asked.behaviour.fillGaps);
  return found({
    periods: periods.map(([ms]) => timeText(ms, asked.behaviour)),
    new_users: periods.map(([, group]) => {
      if (asked.behaviour.newUsers === 'registrations') {
        return group.filter(({ isFirst }) => isFirst).length;
      }
      const present = group.filter(({ person }) => person.registeredAtMs >= startMs);
      return new Set(present.map(({ person }) => person.name)).size;
    }),
    veteran_users: periods.map(([, group]) => {
      const veterans = group.filter(({ person }) => person.registeredAtMs < startMs);
      return new Set(veterans.map(({ person }) => person.name)).size;
    }),
  });
}
