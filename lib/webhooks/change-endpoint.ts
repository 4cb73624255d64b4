// Use cases: endpoints are added, changed, switched on and off, given a new secret, and removed.
import { RequestError } from "../errors/request-error.ts";
import { checkTarget, type TargetFault } from "../http-out/target-rules.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import type { EndpointStore } from "./endpoint-store.ts";
import { type Endpoint, MAX_ENDPOINTS, MAX_SECRETS, OLD_SECRET_MS, secretsAt } from "./endpoint.ts";
import { webhookKeys } from "./keys.ts";
import { newSecret } from "./signing-secret.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "./webhook-event.ts";

/** What changing needs. */
export interface EndpointDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  sealKey: CryptoKey;
  endpoints: EndpointStore;
  config: { openHosts: readonly string[] };
}

/** What somebody typed of an endpoint. */
export interface EndpointForm {
  url: string;
  events: readonly string[];
}

/** What is wrong with it. */
export type EndpointFault = TargetFault | "no-event" | "too-many";

/** Looks at what was typed. */
export function checkEndpoint(
  { config: { openHosts } }: Pick<EndpointDeps, "config">,
  { url, events }: EndpointForm,
): { ok: true; url: string; events: readonly WebhookEvent[] } | {
  ok: false;
  fault: EndpointFault;
} {
  const target = checkTarget(url.trim(), openHosts);
  if (!target.ok) return target;
  const known = WEBHOOK_EVENTS.filter((event) => events.includes(event));
  if (known.length === 0) return { ok: false, fault: "no-event" };
  return { ok: true, url: target.url.href, events: known };
}

/** Adds one; its secret is shown this once. Null when there are as many as there may be. */
export async function addEndpoint(
  deps: EndpointDeps,
  { url, events, by }: { url: string; events: readonly WebhookEvent[]; by: string },
): Promise<{ endpoint: Endpoint; shown: string } | null> {
  const now = deps.clock.now();
  const id = ulid(now.epochMilliseconds, deps.randomBytes);
  const { secret, shown } = await newSecret(deps, id, now.toString());
  const { value: endpoint } = await commitWithRetry<Endpoint | null>(deps.db, async (tx) => {
    if ((await deps.endpoints.list()).length >= MAX_ENDPOINTS) return new Unwritten(null);
    const at = now.toString();
    const made: Endpoint = {
      ...{ id, url, events, secrets: [secret], state: { kind: "on", since: at } },
      ...{ createdAt: at, createdBy: by },
    };
    tx.check(webhookKeys.endpoint(id), null).set(webhookKeys.endpoint(id), made);
    return made;
  });
  return endpoint === null ? null : { endpoint, shown };
}

/** Gives it a new secret, shown this once; the ones before it sign for a day more. */
export async function rotateSecret(deps: EndpointDeps, id: string): Promise<string> {
  const now = deps.clock.now();
  const { secret, shown } = await newSecret(deps, id, now.toString());
  const until = now.add({ milliseconds: OLD_SECRET_MS }).toString();
  await changeEndpoint(deps, id, (before) => {
    const former = secretsAt(before, now.epochMilliseconds)
      .map((one) => ({ ...one, until: one.until ?? until }));
    return { ...before, secrets: [secret, ...former].slice(0, MAX_SECRETS) };
  });
  return shown;
}

/** Tells it of other events, or at another address. */
export async function setEndpoint(
  deps: EndpointDeps,
  id: string,
  { url, events }: Pick<Endpoint, "url" | "events">,
): Promise<void> {
  await changeEndpoint(deps, id, (before) => ({ ...before, url, events }));
}

/** Switches it on or off. */
export async function switchEndpoint(deps: EndpointDeps, id: string, to: "on" | "off") {
  const since = deps.clock.now().toString();
  await changeEndpoint(deps, id, (before) => {
    if (before.state.kind === to && before.state.kind === "on") return before;
    return {
      ...before,
      state: to === "on" ? { kind: "on", since } : { kind: "off", since, why: "asked" },
    };
  });
}

/** Takes it away; what waited for it is forgotten with time, and that it was there is not: the law has it told by hand. */
export async function removeEndpoint(deps: EndpointDeps, id: string): Promise<void> {
  await commitWithRetry<null>(deps.db, async (tx) => {
    const { key, value, versionstamp } = await deps.endpoints.get(id);
    if (value === null) throw new RequestError("not-found", {});
    const { url, createdAt } = value;
    const removedAt = deps.clock.now().toString();
    tx.check(key, versionstamp).delete(key);
    tx.set(webhookKeys.former(id), { id, url, createdAt, removedAt });
    return null;
  });
}

/** Throws RequestError("not-found"). */
async function changeEndpoint(
  { db, endpoints }: EndpointDeps,
  id: string,
  change: (before: Endpoint) => Endpoint,
): Promise<void> {
  await commitWithRetry<null>(db, async (tx) => {
    const { key, value, versionstamp } = await endpoints.get(id);
    if (value === null) throw new RequestError("not-found", {});
    tx.check(key, versionstamp).set(webhookKeys.endpoint(id), change(value));
    return null;
  });
}
