import type { Capabilities, Deployment } from '@/utils/api/capabilities/capabilities';
import type { CapabilityDetector } from '@/utils/api/capabilities/detector';
import type { CardRequest, SpanCosts } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import type { Failure, Result } from '@/utils/failure';

/** A card's figures as they are held, since when (epoch ms), and what went wrong since. */
export interface Held<Data> {
  data?: Data | undefined;
  fetchedAtMs?: number | undefined;
  failure?: Failure | undefined;
}

/** What was found out about a deployment within a day: whether new users of hours or days add up. */
export interface AddsUp {
  read(deployment: Deployment, parts: 'hourly' | 'daily'): Promise<boolean | null>;
  write(deployment: Deployment, parts: 'hourly' | 'daily', addsUp: boolean): Promise<void>;
}

/** What asking for a card works with. */
export interface AskTools<Data> {
  client: Client;
  capabilities: Pick<CapabilityDetector, 'known'>;
  /** What was found out about a deployment. */
  readCapabilities(deployment: { baseUrl: string; org: string }): Promise<Capabilities>;
  /** Nothing is known of the deployment: what either generation may have is asked at once. */
  isUndiscovered: boolean;
  /** Whether new users were found to add up, over hours or days. */
  addsUp: AddsUp;
  /** Costs of spans that ended, kept for good. */
  kept: SpanCosts;
  /** What the card holds already. */
  held: Held<Data> | undefined;
  /** What a worker that was killed over the same question has left. */
  begun: Data | undefined;
  /** Gets figures that are shown before all of them have come. */
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
