import { chance, pick } from './chance';
import { mentorsOf } from './organizations';

/** The topic and the length of one conversation. */
export interface Talk {
  topic: string;
  /** Of both sides, at least one question with its answer. */
  messages: number;
  /** The task for which the model was paid. */
  action: 'chat' | 'summary' | 'title';
}

/** The most frequent topics of an organization's agents, the first agent's topics first. */
const TOPICS: Record<string, [string[], string[]]> = {
  acme: [
    ['Derivatives', 'Integrals', 'Limits', 'Chain rule', 'Taylor series', 'Exam preparation'],
    ['Essay outline', 'Citations', 'Thesis statement', 'Grammar', 'Exam preparation'],
  ],
  globex: [
    ['Titration', 'Lab report', 'Lab safety', 'Error analysis', 'Spectroscopy'],
    ['Time management', 'Note taking', 'Exam preparation', 'Motivation'],
  ],
};

/** One conversation in twelve is about one of these many, so that a list of topics has pages. */
const PROBLEM_SETS = 130;
const RARE_SHARE = 1 / 12;

/** The talk of a conversation, the same for the same arguments. */
export function talkOf(
  orgKey: string,
  mentorId: string,
  day: number,
  keys: (string | number)[],
): Talk {
  const share = chance('action', ...keys);
  return {
    topic: topicOf(orgKey, mentorId, day, keys),
    messages: 2 * (1 + Math.floor(9 * chance('messages', ...keys) ** 2)),
    action: share < 0.86 ? 'chat' : share < 0.96 ? 'summary' : 'title',
  };
}

function topicOf(orgKey: string, mentorId: string, day: number, keys: (string | number)[]): string {
  if (chance('rare topic', ...keys) < RARE_SHARE) {
    return `Problem set ${1 + pick(PROBLEM_SETS, 'problem set', ...keys)}`;
  }
  const isFirst = mentorsOf(orgKey)[0]?.id === mentorId;
  const topics = TOPICS[orgKey]?.[isFirst ? 0 : 1] ?? [];
  const weights = topics.map((name, index) => popularity(name, index, day));
  let left = chance('topic', ...keys) * weights.reduce((sum, weight) => sum + weight, 0);
  const found = topics.find((_, index) => {
    left -= weights[index] ?? 0;
    return left < 0;
  });
  return found ?? topics[0] ?? '';
}

/** Topics come and go with the term: each has a wave of its own, about four months long. */
function popularity(name: string, index: number, day: number): number {
  const wave = Math.sin((2 * Math.PI * day) / 120 + 6 * chance(name, 'wave'));
  return (1 + 0.7 * wave) / (1 + index / 2);
}
