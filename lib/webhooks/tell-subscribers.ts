// What runs beside requests for subscribers: news is put into the lines of those who asked for it, in the order of the
// feed, and the first of each line is sent.
import { leaveHouse } from "../booking/undo-act.ts";
import type { Clock } from "../kernel/clock.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { Transaction } from "../kv/transaction.ts";
import { openText } from "../security/sealed-text.ts";
import type { ClaimedDelivery, DeliveryStore } from "./delivery-store.ts";
import { isOwed, type Outcome } from "./delivery.ts";
import type { EndpointStore } from "./endpoint-store.ts";
import { type Endpoint, secretsAt } from "./endpoint.ts";
import { webhookKeys } from "./keys.ts";
import { settle } from "./retry-rules.ts";
import { secretPlace } from "./signing-secret.ts";
import type { SubscriberGateway } from "./subscriber-gateway.ts";
import type { BookingNews } from "./webhook-event.ts";

/** What telling needs. */
export interface TellDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  randomBytes: RandomBytes;
  sealKey: CryptoKey;
  endpoints: EndpointStore;
  deliveries: DeliveryStore;
  subscribers: SubscriberGateway;
  /** Rides whose customers have said no to it; whoever keeps that stands behind this port. */
  limits: { ridesOutOf(purpose: "subscribers"): Promise<{ ids: ReadonlySet<string> }> };
}

/** Commits of the feed whose news is put into lines in one round. */
export const NEWS_PER_ROUND = 100;
/** Lines of an endpoint that are tried in one round, and how many of them at once. */
export const LINES_PER_ROUND = 40;
const LINES_AT_ONCE = 4;

/** Puts what waits into the lines, then tries the lines that are due. */
export async function tellSubscribers(deps: TellDeps): Promise<void> {
  const endpoints = await deps.endpoints.list();
  await lineUp(deps, endpoints);
  const on = endpoints.filter(({ state }) => state.kind === "on");
  await Promise.all(on.map((endpoint) => tryLines(deps, endpoint)));
}

/** Oldest first and each whole, so that lines have the order of the feed; done again it changes nothing. */
async function lineUp({ db, deliveries }: TellDeps, endpoints: readonly Endpoint[]): Promise<void> {
  const rows = await readList(db.write, { prefix: webhookKeys.news.prefix }, NEWS_PER_ROUND);
  for (const { key, value } of rows) {
    for (const news of value) {
      for (const endpoint of endpoints.filter((one) => wants(one, news))) {
        await deliveries.add(endpoint.id, news);
      }
    }
    await new Transaction(db).delete(key).commit();
  }
}

function wants({ state, events }: Endpoint, { event }: BookingNews): boolean {
  return events.includes(event) && (state.kind === "on" || state.why === "failing");
}

async function tryLines(deps: TellDeps, endpoint: Endpoint): Promise<void> {
  const nowMs = deps.clock.now().epochMilliseconds;
  const lines = await deps.deliveries.due(endpoint.id, nowMs, LINES_PER_ROUND);
  const next = async (): Promise<void> => {
    for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
      await tryLine(deps, endpoint, line);
    }
  };
  await Promise.all(Array.from({ length: LINES_AT_ONCE }, next));
}

async function tryLine(deps: TellDeps, endpoint: Endpoint, bookingId: string): Promise<void> {
  const claimed = await deps.deliveries.claim(endpoint.id, bookingId);
  if (claimed === null) return;
  const { delivery } = claimed;
  const leave = await leaveHouse(deps, delivery.act);
  // What waits is taken back, too: a no counts for all that has not left.
  const { ids } = await deps.limits.ridesOutOf("subscribers");
  if (leave.kind === "never" || (ids.has(bookingId) && !isOwed(delivery))) {
    const withdrawn = { ...delivery, state: "withdrawn" } as const;
    return await deps.deliveries.settle(claimed, { kind: "withdrawn", delivery: withdrawn });
  }
  if (leave.kind === "later") {
    return await deps.deliveries.settle(claimed, { kind: "waiting", delivery, dueMs: leave.dueMs });
  }
  const { url } = endpoint;
  const secrets = await openSecrets(deps, endpoint);
  const post = { endpointId: endpoint.id, url, eventId: delivery.eventId, body: delivery.body };
  await settleTry(deps, endpoint, claimed, await deps.subscribers.post({ ...post, secrets }));
}

async function settleTry(
  deps: TellDeps,
  endpoint: Endpoint,
  claimed: ClaimedDelivery,
  outcome: Outcome,
): Promise<void> {
  const nowMs = deps.clock.now().epochMilliseconds;
  const [byte = 0] = deps.randomBytes(1);
  const onSinceMs = Date.parse(endpoint.state.since);
  const settled = settle(claimed.delivery, outcome, { nowMs, onSinceMs, chance: byte / 255 });
  await deps.deliveries.settle(claimed, settled);
  if (settled.kind === "dead") await giveUp(deps, endpoint.id, settled.why);
}

/** Switches an endpoint off that takes nothing; what happens meanwhile waits in its lines, unless it is gone. */
async function giveUp(
  { db, clock, endpoints, log }: TellDeps,
  id: string,
  why: "failing" | "gone",
) {
  const { versionstamp } = await commitWithRetry<null>(db, async (tx) => {
    const { key, value, versionstamp } = await endpoints.get(id);
    if (value === null || value.state.kind === "off") return new Unwritten(null);
    const state = { kind: "off", since: clock.now().toString(), why } as const;
    tx.check(key, versionstamp).set(webhookKeys.endpoint(id), { ...value, state });
    return null;
  });
  if (versionstamp !== null) log.error("a subscriber's webhook is switched off", { code: why, id });
}

/** The secrets that sign now, newest first. */
export async function openSecrets(
  { clock, sealKey }: Pick<TellDeps, "clock" | "sealKey">,
  endpoint: Endpoint,
): Promise<Uint8Array[]> {
  const valid = secretsAt(endpoint, clock.now().epochMilliseconds);
  const texts = await Promise.all(
    valid.map(({ sealed }) => openText(sealKey, secretPlace(endpoint.id), sealed)),
  );
  return texts.map((text) => Uint8Array.fromBase64(text));
}
