// Forms of the pages of webhooks, read.
import { isLocalDate } from "../kernel/local-date.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";
import type { EndpointForm } from "../webhooks/change-endpoint.ts";
import type { ReplaySpan } from "../webhooks/try-endpoint.ts";
import { WEBHOOK_EVENTS } from "../webhooks/webhook-event.ts";

/** The name of the box of an event. */
export function eventField(event: string): string {
  return `event:${event}`;
}

/** Address and events of a form. */
export function readEndpointForm(fields: ReadonlyMap<string, string>): EndpointForm {
  const events = WEBHOOK_EVENTS.filter((event) => fields.has(eventField(event)));
  return { url: (fields.get("url") ?? "").slice(0, 1_001), events };
}

/** The days of a form, from the first's beginning to the last's end in Sweden; null when they are none. */
export function readReplaySpan(fields: ReadonlyMap<string, string>): ReplaySpan | null {
  const from = fields.get("from") ?? "";
  const until = fields.get("until") ?? "";
  if (!isLocalDate(from) || !isLocalDate(until) || from > until) return null;
  const after = Temporal.PlainDate.from(until).add({ days: 1 });
  return {
    fromMs: Temporal.PlainDate.from(from).toZonedDateTime(HOME_ZONE).epochMilliseconds,
    untilMs: after.toZonedDateTime(HOME_ZONE).epochMilliseconds - 1,
    withDelivered: fields.has("withDelivered"),
  };
}
