import { visitsOf } from '../../data/visits';
import { type Answer, type Asked, found } from '../answer';
import { seriesAsked } from '../params';
import { byPeriod, timeText } from '../periods';

/** `user-feedback/`: entries of feedback in each period, in one of the three shapes seen. */
export function feedback(asked: Asked): Answer {
  const checked = seriesAsked(asked);
  if (!checked.ok) return checked.answer;
  const { startMs, endMs, mentorId } = checked.value;
  const { behaviour } = asked;
  const entries = visitsOf(asked.orgKey, startMs, endMs, asked.nowMs).filter(
    (visit) => visit.hasFeedback && (mentorId === null || visit.mentorId === mentorId),
  );
  if (behaviour.feedbackShape === 'object') {
    return found({ week: timeText(startMs, behaviour), feedback_count: entries.length });
  }
  const rows = byPeriod(entries, checked.value, behaviour.fillGaps).map(([ms, group]) => ({
    period: timeText(ms, behaviour),
    feedback_count: group.length,
  }));
  return found(behaviour.feedbackShape === 'nested' ? [rows] : rows);
}
