import type { Published } from '../pages/env';

/** The API's answer to one request. */
export interface Answer {
  status: number;
  /** Sent as JSON. */
  body: unknown;
}

/** The data that every operation gets in addition to its own parameters. */
export interface Asked {
  orgKey: string;
  query: URLSearchParams;
  nowMs: number;
  behaviour: Behaviour;
}

/** Behaviours of the API that no public source settles; a test can choose each of them. */
export interface Behaviour {
  /** The word before the key in the Authorization header. */
  scheme: 'Api-Token' | 'Api-Key' | 'Token';
  /** Whether `end_date` of cohorts and feedback is itself counted. */
  endInclusive: boolean;
  /** Whether buckets without activity are answered as zeros, those to come included. */
  fillGaps: boolean;
  /** `object` is what releases before 3.54 answered. */
  feedbackShape: 'flat' | 'nested' | 'object';
  /** Whether times lack their zone: `2025-02-15 00:00:00`. */
  zoneless: boolean;
  /** Whether amounts of the second generation are texts, as its types say, or numbers, as its examples. */
  amounts: 'text' | 'number';
  /** Whether `costs/model/` and `costs/permentor/` answer what their types say or their examples. */
  costTables: 'typed' | 'example';
  /** Whether new users of a period are those who registered in it, or who registered in the range and came in it. */
  newUsers: 'registrations' | 'present';
  /** Whether the series of registered users counts all users so far or only new ones. */
  registered: 'total' | 'new';
  /** `time/`: as the front ends read it, as a bare list, or the one object of its type. */
  timeShape: 'envelope' | 'array' | 'single';
  /** Where `sessions/` tells its averages: beside the series, in its headline alone, or nowhere. */
  sessionAverages: 'series' | 'headline' | 'none';
  /** Whether the points of `ratings/` tell how many rated. */
  ratingCounts: boolean;
  /** `hostile`: some topics have names that no page or spreadsheet may take for more than text. */
  topicNames: 'plain' | 'hostile';
  /** Which topics come first, which nothing promises. */
  topicOrder: 'busiest' | 'name';
  /** Whether a key may ask what each person cost. */
  people: boolean;
  /** `conversation-summary/`: totals by its type, a series as the older front end reads it. */
  conversationSummary: 'totals' | 'series';
  /** The answer to an operation that this deployment lacks. */
  missing: 'page' | 'detail' | 'gone';
  /** Whether a key is good only for paths that name its own user. */
  ownerOnly: boolean;
  /** Whether this deployment says whose a key is, and which organizations there are. */
  core: boolean;
  /** The environment that the apps' pages publish; null for the usual one. */
  published: Published | null;
}

export const USUAL: Behaviour = {
  scheme: 'Api-Token',
  endInclusive: true,
  fillGaps: false,
  feedbackShape: 'nested',
  zoneless: false,
  amounts: 'text',
  costTables: 'typed',
  newUsers: 'registrations',
  registered: 'total',
  timeShape: 'envelope',
  sessionAverages: 'series',
  ratingCounts: false,
  topicNames: 'plain',
  topicOrder: 'busiest',
  people: true,
  conversationSummary: 'series',
  missing: 'page',
  ownerOnly: true,
  core: true,
  published: null,
};

export function found(body: unknown): Answer {
  return { status: 200, body };
}

export function refused(status: number, detail: string): Answer {
  return { status, body: { detail } };
}
