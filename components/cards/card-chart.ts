import { type Cards, dataOf } from '@/components/dashboard/model/board';
import type { FiguresModel } from '@/components/dashboard/model/model';
import type { CardName, CohortData, FeedbackData } from '@/utils/figures/card-data';
import { cohortChart, costChart, feedbackChart } from '@/utils/figures/chart/charts';
import type { ChartModel, ChartOptions } from '@/utils/figures/chart/model';
import { ratingsChart, usersChart } from '@/utils/figures/chart/other-charts';
import { summary, type Whose } from '@/utils/figures/chart/summary';
import { safeText } from '@/utils/figures/format';
import { locale, say } from '@/utils/say';

/** What builds a card's chart, once its figures are there; null while they are not. */
export function chartOf(
  name: CardName,
  cards: Cards,
): ((options: ChartOptions) => ChartModel) | null {
  const { cohorts, cost, feedback } = dataOf(cards);
  switch (name) {
    case 'cohorts':
      return cohorts ? (options) => userChart(cohorts, options) : null;
    case 'cost':
      return cost ? (options) => costChart(cost, options) : null;
    case 'feedback':
      return feedback ? (options) => opinionChart(feedback, options) : null;
  }
}

const userChart = (data: CohortData, options: ChartOptions) =>
  data.kind === 'users' ? usersChart(data, options) : cohortChart(data, options);

const opinionChart = (data: FeedbackData, options: ChartOptions) =>
  data.kind === 'ratings' ? ratingsChart(data, options) : feedbackChart(data, options);

/** Whether a card's chart has the range before as a second series: it may be unknown. */
export function drawsPreceding(name: CardName, { cards, compare }: FiguresModel): boolean {
  const { cohorts, cost, feedback } = dataOf(cards);
  const before = {
    cohorts: cohorts?.preceding?.points,
    cost: cost?.precedingSpans,
    feedback: feedback?.preceding?.points,
  }[name];
  return compare && Boolean(before?.length);
}

/** The chart in one sentence: the canvas's name. */
export function summaryOf(name: CardName, figures: FiguresModel): string {
  const data = figures.cards[name]?.data;
  return data ? summary(name, data, whose(figures), say, locale()) : '';
}

/** What a card counts, and about whom: cost is a person's, the rest a group's. */
export function scopeOf(name: CardName, figures: FiguresModel): string {
  const { user, group } = whose(figures);
  const all = say('ui_card_scope_all');
  const mentor = mentorOf(figures);
  if (name === 'cost') {
    const ofMentor = mentor !== null && figures.cards.cost?.data?.ofMentor === true;
    return `${user} · ${ofMentor ? mentor : all}`;
  }
  return mentor ? `${safeText(figures.who.orgName)} · ${mentor}` : `${group} · ${all}`;
}

function whose(figures: FiguresModel): Whose {
  return {
    user: safeText(figures.who.displayName),
    group: mentorOf(figures) ?? safeText(figures.who.orgName),
  };
}

/** The mentor the figures are narrowed to, null for all of them. */
function mentorOf({ scope, who }: FiguresModel): string | null {
  if (scope !== 'mentor' || !who.mentor) return null;
  return safeText(who.mentor.name ?? who.mentor.idOrSlug);
}
