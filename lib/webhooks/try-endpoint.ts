// Use cases: an administrator tries an endpoint, and has deliveries sent again.
import { RequestError } from "../errors/request-error.ts";
import { ulid } from "../kernel/ids.ts";
import { takeTry, type TryLimit } from "../kv/tries.ts";
import type { Outcome } from "./delivery.ts";
import { openSecrets, type TellDeps } from "./tell-subscribers.ts";
import { SCHEMA_VERSION, type WebhookPayload } from "./webhook-event.ts";

/** Enough to set a receiver right. */
export const TEST_LIMIT: TryLimit = { most: 20, withinMs: 10 * 60_000 };
/** Deliveries looked at when a span is sent again. */
export const MOST_LOOKED_AT = 2_000;
/** Most of them that are sent again at once. */
export const MOST_REPLAYED = 200;

/** Sends a test and says what became of it. Throws DomainError("too-many-tries"), RequestError("not-found"). */
export async function tryEndpoint(deps: TellDeps, endpointId: string): Promise<Outcome> {
  const { value: endpoint } = await deps.endpoints.get(endpointId);
  if (endpoint === null) throw new RequestError("not-found", {});
  await takeTry(deps, [{ what: "webhook-test", who: "operators" }], TEST_LIMIT);
  const now = deps.clock.now();
  const id = `test-${ulid(now.epochMilliseconds, deps.randomBytes)}`;
  const payload: WebhookPayload = {
    ...{ type: "webhook.test", schema: SCHEMA_VERSION, id, timestamp: now.toString(), data: null },
  };
  const secrets = await openSecrets(deps, endpoint);
  const { url } = endpoint;
  const body = JSON.stringify(payload);
  return await deps.subscribers.post({ endpointId, url, eventId: id, body, secrets });
}

/** Sends one delivery again under its own id; false when it waits, or is forgotten. */
export async function replayDelivery(
  { deliveries }: Pick<TellDeps, "deliveries">,
  endpointId: string,
  id: string,
): Promise<boolean> {
  const delivery = await deliveries.get(endpointId, id);
  return delivery !== null && await deliveries.replay(delivery);
}

/** Which deliveries are sent again: of events from one instant to another, those that were taken too or not. */
export interface ReplaySpan {
  fromMs: number;
  untilMs: number;
  withDelivered: boolean;
}

/** Sends a span again, oldest first; how many, and whether there are more than are sent at once. */
export async function replaySpan(
  { deliveries }: Pick<TellDeps, "deliveries">,
  endpointId: string,
  { fromMs, untilMs, withDelivered }: ReplaySpan,
): Promise<{ count: number; isMore: boolean }> {
  const all = await deliveries.list(endpointId, MOST_LOOKED_AT);
  const wanted = all.filter(({ at, state }) => {
    const atMs = Date.parse(at);
    const isState = state === "dead" || (withDelivered && state === "delivered");
    return isState && atMs >= fromMs && atMs <= untilMs;
  }).reverse();
  let count = 0;
  for (const delivery of wanted.slice(0, MOST_REPLAYED)) {
    if (await deliveries.replay(delivery)) count++;
  }
  return { count, isMore: wanted.length > MOST_REPLAYED };
}
