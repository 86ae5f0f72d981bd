import { findMentor, findUser } from '../../data/organizations';
import type { Visit } from '../../data/visit';
import { visitsOf } from '../../data/visits';
import { type Answer, type Asked, found, refused } from '../answer';
import { spanAsked } from '../params';

/** `user-cost/`: what the user named in `username` has cost, over all mentors. */
export function userCost(asked: Asked): Answer {
  const userName = asked.query.get('username');
  if (!userName) return { status: 400, body: { username: ['This field is required.'] } };
  if (!findUser(userName)) return refused(404, 'User not found.');
  return total(asked, ({ person }) => person.name === userName);
}

/** `mentors/{id}/cost/`: what a mentor has cost the organization. */
export function mentorCost(asked: Asked, mentorId: string): Answer {
  if (findMentor(asked.orgKey, mentorId)?.id !== mentorId) {
    return refused(404, 'Mentor not found.');
  }
  return total(asked, (visit) => visit.mentorId === mentorId);
}

function total(asked: Asked, counts: (visit: Visit) => boolean): Answer {
  const checked = spanAsked(asked);
  if (!checked.ok) return checked.answer;
  const { startMs, endMs } = checked.value;
  const visits = visitsOf(asked.orgKey, startMs, endMs, asked.nowMs).filter(counts);
  const micros = visits.reduce((sum, { costMicros }) => sum + costMicros, 0);
  return found({ total_cost: micros / 1e6 });
}
