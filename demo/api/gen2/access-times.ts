import { visitsOf } from '../../data/visits';
import { type Answer, type Asked, found } from '../answer';
import { grouped } from '../grouped';
import { readerOf } from '../reader';
import { daysAsked } from './date-filter';

/** `time/`: messages by day of the week (0 is Sunday) and hour, both of UTC; none for quiet hours. */
export function accessTimes({ orgKey, query, nowMs, behaviour }: Asked): Answer {
  const read = readerOf(query);
  read.choice('granularity', ['hour', 'day', 'week', 'month'], 'hour');
  const mentorId = read.mentor(orgKey);
  const { startMs, endMs } = daysAsked(read, nowMs);
  const refusal = read.refusal();
  if (refusal) return refusal;
  const visits = visitsOf(orgKey, startMs, endMs, nowMs).filter(
    (visit) => mentorId === null || visit.mentorId === mentorId,
  );
  const cells = grouped(visits, ({ atMs }) => {
    const at = new Date(atMs);
    return `${at.getUTCDay()} ${at.getUTCHours()}`;
  });
  const data = [...cells].map(([name, group]) => {
    const [day = 0, hour = 0] = name.split(' ').map(Number);
    const value = group.reduce((sum, { messages }) => sum + messages, 0);
    return { day_of_week: day, hour, value };
  });
  const inOrder = data.sort((a, b) => a.day_of_week - b.day_of_week || a.hour - b.hour);
  switch (behaviour.timeShape) {
    case 'array':
      return found(inOrder);
    case 'single':
      return found(inOrder[0] ?? { day_of_week: 0, hour: 0, value: 0 });
    case 'envelope':
      return found({ metric: 'access_times', data: inOrder });
  }
}
