// Webhooks for those who manage them: the receivers, and one of them with what it was sent.
import type { OperatorSession } from "../accounts/session.ts";
import { RequestError } from "../errors/request-error.ts";
import type { EndpointFault, EndpointForm } from "../webhooks/change-endpoint.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import type { DeliveryStore } from "../webhooks/delivery-store.ts";
import type { EndpointStore } from "../webhooks/endpoint-store.ts";
import { type Endpoint, hostOf } from "../webhooks/endpoint.ts";
import { WEBHOOK_EVENTS } from "../webhooks/webhook-event.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the pages need. */
export interface WebhooksDeps extends FramedDeps {
  endpoints: EndpointStore;
  deliveries: DeliveryStore;
}

/** A receiver as people see it: never its secrets. */
export interface EndpointView extends Pick<Endpoint, "id" | "url" | "events" | "state"> {
  host: string;
  /** When the secret that counts was made. */
  secretMadeAt: string;
  /** The newest delivery that was tried, or null. */
  last: Delivery | null;
}

/** The list, and the form of a new one. */
export interface WebhooksData extends Framed {
  endpoints: readonly EndpointView[];
  manages: boolean;
  values: EndpointForm;
  fault: EndpointFault | null;
  /** A secret that was made just now, shown once; null when none was. */
  shown: { id: string; host: string; secret: string } | null;
}

/** What was done on the page of one, for it to say. */
export type WebhookNotice =
  | { kind: "saved" | "replayed" | "notReplayed" | "spanWrong" }
  | { kind: "span"; count: number; isMore: boolean }
  | { kind: "tested"; status: number }
  | { kind: "testFailed"; said: string }
  | { kind: "testLeftAlone" };

/** One of them. */
export interface WebhookData extends Framed {
  endpoint: EndpointView;
  deliveries: readonly Delivery[];
  /** The id before which older ones are found, "" when there are none. */
  older: string;
  manages: boolean;
  fault: EndpointFault | null;
  secret: string | null;
  notice: WebhookNotice | null;
}

/** Deliveries on a page. */
const PAGE = 50;

/** Reads the list. */
export async function loadWebhooks(
  deps: WebhooksDeps,
  operator: OperatorSession,
  more: Partial<Pick<WebhooksData, "values" | "fault" | "shown">> = {},
): Promise<WebhooksData> {
  const [frame, all] = await Promise.all([framed(deps, operator), deps.endpoints.list()]);
  const endpoints = await Promise.all(all.map((endpoint) => viewOf(deps, endpoint)));
  const values: EndpointForm = { url: "", events: WEBHOOK_EVENTS };
  const manages = operator.rights.includes("manage-webhooks");
  return { ...frame, endpoints, manages, values, fault: null, shown: null, ...more };
}

/** Reads one. Throws RequestError("not-found"). */
export async function loadWebhook(
  deps: WebhooksDeps,
  operator: OperatorSession,
  id: string,
  more: Partial<Pick<WebhookData, "fault" | "secret" | "notice">> & { before?: string } = {},
): Promise<WebhookData> {
  const { before = "", ...said } = more;
  const [frame, { value: endpoint }, deliveries] = await Promise.all([
    framed(deps, operator),
    deps.endpoints.get(id),
    deps.deliveries.list(id, PAGE + 1, before),
  ]);
  if (endpoint === null) throw new RequestError("not-found", {});
  const shown = deliveries.slice(0, PAGE);
  return {
    ...frame,
    endpoint: await viewOf(deps, endpoint),
    deliveries: shown,
    older: deliveries.length > PAGE ? shown.at(-1)?.id ?? "" : "",
    manages: operator.rights.includes("manage-webhooks"),
    ...{ fault: null, secret: null, notice: null },
    ...said,
  };
}

async function viewOf({ deliveries }: WebhooksDeps, endpoint: Endpoint): Promise<EndpointView> {
  const { id, url, events, state, secrets, createdAt } = endpoint;
  const newest = await deliveries.list(id, PAGE);
  const last = newest.find(({ triedAt }) => triedAt !== null) ?? null;
  const secretMadeAt = secrets[0]?.madeAt ?? createdAt;
  return { id, url, events, state, host: hostOf(endpoint), secretMadeAt, last };
}
