import type {
  AskedDeployment,
  Capabilities,
  Deployment,
} from '@/utils/api/capabilities/capabilities';
import type { CapabilityDetector } from '@/utils/api/capabilities/detector';
import type { CardRequest, SpanCosts } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import type { Failure, Result } from '@/utils/failure';

/** A card's stored figures, when they were fetched (epoch ms), and a failure since then. */
export interface Held<Data> {
  data?: Data | undefined;
  fetchedAtMs?: number | undefined;
  failure?: Failure | undefined;
}

/** The stored results of a daily check of a deployment: whether new users of hours or of days add up. */
export interface AddsUp {
  read(deployment: Deployment, parts: 'hourly' | 'daily'): Promise<boolean | null>;
  write(deployment: AskedDeployment, parts: 'hourly' | 'daily', addsUp: boolean): Promise<void>;
}

/** The dependencies of a request for a card. */
export interface AskTools<Data> {
  client: Client;
  capabilities: Pick<CapabilityDetector, 'known'>;
  /** Returns which operations the deployment has, as far as that is known. */
  readCapabilities(deployment: { baseUrl: string; org: string }): Promise<Capabilities>;
  /** True if nothing is known of the deployment: the operations of both generations are asked at once. */
  isUndiscovered: boolean;
  /** Whether new users were found to add up, over hours or days. */
  addsUp: AddsUp;
  /** Costs of spans that ended, kept for good. */
  kept: SpanCosts;
  /** The figures that the card already has. */
  held: Held<Data> | undefined;
  /** The partial figures of a worker that was killed while it asked the same question. */
  begun: Data | undefined;
  /** Called with partial figures, which are shown until all have arrived. */
  onPart(data: Data): Promise<void>;
}

/** How a card is asked for (`ask.ts`): in the worker alone. */
export interface CardAsk<Data> {
  /** The figures, or why they can't be had; `not-served` where the deployment does not have them. */
  ask(request: CardRequest, tools: AskTools<Data>): Promise<Result<Data>>;
  /** The same figures with the series of the range before; null where that can't be had. */
  askComparison?(
    request: CardRequest,
    data: Data,
    tools: Pick<AskTools<Data>, 'client' | 'capabilities' | 'kept'>,
  ): Promise<Data | null>;
}
