import { daysQuery, wholeDays } from '@/utils/api/days';
import { ok } from '@/utils/failure';
import type { CardAsk } from '../card-ask';
import { type AccessTimesData, HOURS } from './data';

/** When people come, by whole UTC days: one call. The first generation does not tell. */
export const accessTimesAsk: CardAsk<AccessTimesData> = {
  async ask({ caller, period: asked, mentorId, nowMs }, { client }) {
    const period = wholeDays(asked);
    const answer = await client.accessTimes(caller, daysQuery(period, mentorId));
    if (!answer.ok) return answer;
    const hours = new Array<number>(HOURS).fill(0);
    for (const { day, hour, count } of answer.value.cells) {
      const index = day * 24 + hour;
      hours[index] = (hours[index] ?? 0) + count;
    }
    return ok({ period, asOfMs: nowMs, hours, isWhole: answer.value.isWhole });
  },
};
