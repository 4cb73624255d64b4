// What administrators do on the page of a receiver of webhooks.
import { RequestError } from "../errors/request-error.ts";
import {
  checkEndpoint,
  type EndpointDeps,
  removeEndpoint,
  rotateSecret,
  setEndpoint,
  switchEndpoint,
} from "../webhooks/change-endpoint.ts";
import type { TellDeps } from "../webhooks/tell-subscribers.ts";
import { replayDelivery, replaySpan, tryEndpoint } from "../webhooks/try-endpoint.ts";
import { readEndpointForm, readReplaySpan } from "./webhook-form.ts";
import type { WebhookData, WebhookNotice } from "./webhooks-page.ts";

/** What came of it, for the page to say. */
export type WebhookActed =
  | { kind: "removed" }
  | ({ kind: "done"; status: number } & Partial<Pick<WebhookData, "fault" | "secret" | "notice">>);

/** Does what a form asks for. Throws RequestError("not-found") for a receiver, or an act, that is none. */
export async function actOnWebhook(
  deps: EndpointDeps & TellDeps,
  id: string,
  fields: ReadonlyMap<string, string>,
): Promise<WebhookActed> {
  const act = fields.get("act") ?? "";
  switch (act) {
    case "on":
    case "off":
      await switchEndpoint(deps, id, act);
      return said({ kind: "saved" });
    case "set":
      return await set(deps, id, fields);
    case "rotate":
      return { kind: "done", status: 200, secret: await rotateSecret(deps, id) };
    case "remove":
      await removeEndpoint(deps, id);
      deps.subscribers.forget(id);
      return { kind: "removed" };
    case "test":
      return await test(deps, id);
    case "replay": {
      const isSent = await replayDelivery(deps, id, fields.get("delivery") ?? "");
      return said({ kind: isSent ? "replayed" : "notReplayed" });
    }
    case "span": {
      const span = readReplaySpan(fields);
      if (span === null) return { ...said({ kind: "spanWrong" }), status: 422 };
      return said({ kind: "span", ...await replaySpan(deps, id, span) });
    }
    default:
      throw new RequestError("not-found", {});
  }
}

async function set(
  deps: EndpointDeps,
  id: string,
  fields: ReadonlyMap<string, string>,
): Promise<WebhookActed> {
  const checked = checkEndpoint(deps, readEndpointForm(fields));
  if (!checked.ok) return { kind: "done", status: 422, fault: checked.fault };
  await setEndpoint(deps, id, checked);
  return said({ kind: "saved" });
}

async function test(deps: TellDeps, id: string): Promise<WebhookActed> {
  const outcome = await tryEndpoint(deps, id);
  switch (outcome.kind) {
    case "delivered":
      return said({ kind: "tested", status: outcome.status });
    case "left-alone":
      return said({ kind: "testLeftAlone" });
    case "gone":
      return said({ kind: "testFailed", said: "Webhook status 410" });
    case "failed":
      return said({ kind: "testFailed", said: outcome.said });
  }
}

function said(notice: WebhookNotice): WebhookActed & { kind: "done" } {
  return { kind: "done", status: 200, notice };
}
