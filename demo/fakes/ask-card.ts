import type { Behaviour } from '@/demo/api/answer';
import type { Fault, Generation } from '@/demo/server/control';
import type { Capabilities } from '@/utils/api/capabilities/capabilities';
import { cardAsks } from '@/utils/cards/ask';
import type { CardName } from '@/utils/cards/data';

import { periodOf } from '@/utils/figures/time/period';
import type { Range } from '@/utils/figures/time/range';
import { demoDeps } from './demo-dependencies';
import { startMs } from './worker-dependencies';

interface Wanted {
  generation: Generation;
  range?: Range;
  mentorId?: string | null;
  behaviour?: Partial<Behaviour>;
  /** The already known capabilities of the deployment. */
  capabilities?: Capabilities;
  /** A part of the paths that are missing. */
  missing?: string;
  /** What the demo replies instead of its own. */
  faults?: Fault[];
}

/** For tests: asks the demo for one card, in Ada's name; also which operations were asked. */
export async function askCard<Name extends CardName>(
  name: Name,
  {
    generation,
    range = { kind: '30d' },
    mentorId = null,
    behaviour = {},
    capabilities: known,
    missing,
    faults = [],
  }: Wanted,
) {
  const deps = await demoDeps(generation, known);
  const { demo } = deps;
  Object.assign(demo.control.behaviour, behaviour);
  if (missing !== undefined) demo.control.add({ match: missing, status: 404, body: 'Not Found' });
  for (const fault of faults) demo.control.add(fault);
  const { client, capabilities, readCapabilities, addsUp, spanCosts } = deps.refreshDeps();
  const caller = {
    ...{ baseUrl: 'https://base.manager.iblai.app', org: 'acme', user: 'ada', pathUser: 'ada' },
    ...{ apiKey: 'secret', keyFingerprint: 'key-1', scheme: 'Api-Token' as const },
    deadlineMs: startMs + 15_000,
  };
  const kept = spanCosts({ ...caller, mentorId });
  const period = periodOf(range, startMs);
  const answer = await cardAsks[name].ask(
    { caller, period, mentorId, nowMs: startMs },
    {
      ...{ client, capabilities, readCapabilities, addsUp, kept, isUndiscovered: false },
      ...{ held: undefined, begun: undefined, onPart: async () => undefined },
    },
  );
  const asked = deps.pathsFrom(0);
  await demo.close();
  return { answer, period, asked, data: answer.ok ? answer.value : null };
}
