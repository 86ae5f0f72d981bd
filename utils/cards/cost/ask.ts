import { firstServed } from '@/utils/api/capabilities/first-served';
import type { CardRequest } from '@/utils/api/card-request';
import { ok, type Result } from '@/utils/failure';
import { DAY_MS } from '@/utils/figures/time/range';
import type { AskTools, CardAsk } from '../card-ask';
import { fetchBarsBefore } from './bars';
import type { CostData } from './data';
import { fetchCost } from './gen1';
import { askDays, askDaysBefore, barsBefore, costOfDays, fetchFinances } from './gen2';
import { spentOnOf } from './spent-on';

type Tools = AskTools<CostData>;

/** Returns one person's cost from the generation of the API that serves it; if both do, the richer answer. */
export const costAsk: CardAsk<CostData> = {
  async ask(request, tools) {
    const answer = await costOf(request, tools);
    if (!answer.ok) return answer;
    const capabilities = await tools.readCapabilities(request.caller);
    const offered = spentOnOf(capabilities, request.nowMs);
    const spentOn = offered.filter((by) => by !== 'mentor' || answer.value.ofMentor !== true);
    return ok(spentOn.length === 0 ? answer.value : { ...answer.value, spentOn });
  },
  async askComparison(request, data, { client, capabilities, kept }) {
    const isByDay = data.spans.every((span) => span.startMs % DAY_MS === 0);
    const isServed = (await capabilities.known(request.caller, 'financial')) === 'served';
    const precedingSpans =
      isByDay && isServed
        ? barsBefore(data.spans, data.period, await askDaysBefore(client, ofCard(request, data)))
        : await fetchBarsBefore(client, request, data, kept);
    return precedingSpans && { ...data, precedingSpans };
  },
};

/** Whether to ask for the cost with one mentor, as the card requires. */
const ofCard = (request: CardRequest, { ofMentor, period }: CostData): CardRequest => ({
  ...request,
  period,
  mentorId: ofMentor === true ? request.mentorId : null,
});

function costOf(request: CardRequest, tools: Tools): Promise<Result<CostData>> {
  const byInstant = () => fetchCost(tools.client, request, tools);
  // Only the second generation has all time.
  if (request.period.cut === 'all') return fetchFinances(tools.client, request);
  const byDay = () => fetchFinances(tools.client, { ...request, mentorId: null }, tools.held);
  // The first generation has no cost of a person with one mentor, and the second has no hours.
  if (request.mentorId !== null) {
    return firstServed(() => withMentor(request, tools), byInstant, byDay);
  }
  return request.period.aggregation === 'hourly'
    ? firstServed(byInstant, byDay)
    : firstServed(() => fromBoth(request, tools), byDay);
}

/** Asks for the cost with one mentor; if that is not served, the cost with all mentors is shown. */
async function withMentor(request: CardRequest, tools: Tools): Promise<Result<CostData>> {
  const answer = await fetchFinances(tools.client, request, tools.held);
  if (answer.ok || !['not-found', 'forbidden'].includes(answer.failure.kind)) return answer;
  const overall = await fetchCost(tools.client, request, tools);
  return overall.ok ? overall : answer;
}

/** The first generation's total with the second generation's bars, if they are served. */
async function fromBoth(request: CardRequest, tools: Tools): Promise<Result<CostData>> {
  // If an operation is known to be missing, nothing waits for it: both ranges are asked at once.
  if ((await tools.capabilities.known(request.caller, 'cost')) === 'missing') {
    const answer = await fetchFinances(tools.client, request, tools.held);
    return answer.ok ? answer : fetchCost(tools.client, request, tools);
  }
  const days = askDays(tools.client, request);
  const bars = days.then((answer) => (answer.ok ? costOfDays(request, answer.value) : answer));
  const alone = async () => {
    const answer = await days;
    if (!answer.ok) return answer;
    const before = await askDaysBefore(tools.client, request, tools.held);
    return costOfDays(request, answer.value, before, tools.held);
  };
  if (await seemsSecondAlone(request, tools, bars)) return alone();
  // A total without days gives no chart, so the first generation's bars are used.
  const spans = bars.then((answer) =>
    answer.ok && (answer.value.spans.length > 0 || answer.value.total === 0)
      ? answer.value.spans
      : null,
  );
  const total = await fetchCost(tools.client, request, tools, spans);
  return !total.ok && (await bars).ok ? alone() : total;
}

/**
 * An operation that nobody asked yet is taken to be missing where its sibling is: a call less. Where nothing
 * is known at all that would be a round trip more.
 */
async function seemsSecondAlone(
  { caller }: CardRequest,
  { capabilities, isUndiscovered }: Tools,
  bars: Promise<Result<CostData>>,
): Promise<boolean> {
  if (isUndiscovered) return false;
  if ((await capabilities.known(caller, 'cost')) !== null || !(await bars).ok) return false;
  return (await capabilities.known(caller, 'cohorts')) === 'missing';
}
