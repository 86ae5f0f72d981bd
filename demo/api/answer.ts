/** What the API says to one request. */
export interface Answer {
  status: number;
  /** Sent as JSON. */
  body: unknown;
}

/** What every operation is given besides its own parameters. */
export interface Asked {
  orgKey: string;
  query: URLSearchParams;
  nowMs: number;
  behaviour: Behaviour;
}

/** The branches that no public source decides: each is played on request. */
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
  /** What the series of registered users counts: everybody so far, or who is new. */
  registered: 'total' | 'new';
  /** What an operation that this deployment lacks is answered with. */
  missing: 'page' | 'detail' | 'gone';
  /** Whether a key is good only for paths that name its own user. */
  ownerOnly: boolean;
}

export const USUAL: Behaviour = {
  scheme: 'Api-Token',
  endInclusive: true,
  fillGaps: false,
  feedbackShape: 'nested',
  zoneless: false,
  amounts: 'text',
  costTables: 'typed',
  registered: 'total',
  missing: 'page',
  ownerOnly: true,
};

export function found(body: unknown): Answer {
  return { status: 200, body };
}

export function refused(status: number, detail: string): Answer {
  return { status, body: { detail } };
}
