import { type Behaviour, USUAL } from '../api/answer';

/** Something that goes wrong with requests, as often as `times` says, else for ever. */
export interface Fault {
  /** Which requests: a part of `host/path?query`. The empty text means every one. */
  match: string;
  times?: number;
  /** Waits before anything is sent. */
  delayMs?: number;
  /** Instead of the answer's own. */
  status?: number;
  headers?: Record<string, string | string[]>;
  /** Instead of the answer's own: text as it is, anything else as JSON. */
  body?: unknown;
  /** A redirect to this URL. */
  redirect?: string;
  resetBeforeHeaders?: boolean;
  /** Half of the body, then a reset. */
  resetMidBody?: boolean;
  /** Half of the body, then nothing for ever. */
  stallBody?: boolean;
  /** One byte every so many milliseconds. */
  dripMs?: number;
  /** A body of so many bytes, without a content length. */
  bytes?: number;
  /** A body of 256 MiB that weighs little more than one on the wire. */
  gzipBomb?: boolean;
}

/** Which generations of the analytics operations a deployment has. */
export type Generation = '1' | '2' | 'both' | 'neither';

/** How a test steers the server while it runs. */
export interface Control {
  /** Changed in place; the next request is answered so. */
  behaviour: Behaviour;
  /** The generations that this deployment serves; a test may change them while it runs. */
  generation: Generation;
  /** How long every answer of the API takes. */
  latencyMs: number;
  /** Adds a fault and returns how to end it. The latest that matches is played. */
  add: (fault: Fault) => () => void;
  /** Ends every fault and restores the initial values. */
  reset: () => void;
  /** The fault for a request, one of its times used up. */
  take: (hostAndPath: string) => Fault | undefined;
}

/** A control without faults; `reset` comes back to what is given here. */
export function createControl(latencyMs: number, generation: Generation): Control {
  let faults: { fault: Fault; left: number }[] = [];
  const control: Control = {
    behaviour: { ...USUAL },
    generation,
    latencyMs,
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      faults = [entry, ...faults];
      return () => {
        faults = faults.filter((it) => it !== entry);
      };
    },
    reset() {
      faults = [];
      Object.assign(control, { latencyMs, generation });
      Object.assign(control.behaviour, USUAL);
    },
    take(hostAndPath) {
      const entry = faults.find((it) => it.left > 0 && hostAndPath.includes(it.fault.match));
      if (entry) entry.left--;
      return entry?.fault;
    },
  };
  return control;
}
