// The families of endpoints and of what is on its way to them.
import { text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import { type Delivery, DELIVERY_KEPT_MS, type Line } from "./delivery.ts";
import { type Endpoint, FORMER_KEPT_MS, type FormerEndpoint } from "./endpoint.ts";
import type { BookingNews } from "./webhook-event.ts";
import {
  deliveryShape,
  endpointShape,
  formerShape,
  lineShape,
  newsShape,
} from "./webhook-shapes.ts";

/** Families of this room. */
export const webhookKeys = {
  endpoint: family<[id: string], Endpoint>("webhookEndpoint", {
    privacy: "C4",
    subject: "operator",
    kept: { until: "erased" },
    sealed: {
      fields: ["url", "createdBy"],
      subject: () => null,
      erased: { url: "", createdBy: "" },
    },
    shape: endpointShape,
  }),
  former: family<[id: string], FormerEndpoint>("formerEndpoint", {
    privacy: "C4",
    subject: "operator",
    kept: { until: "expiry", atMostMs: FORMER_KEPT_MS },
    endsMs: ({ removedAt }) => Date.parse(removedAt) + FORMER_KEPT_MS,
    sealed: { fields: ["url"], subject: () => null, erased: { url: "" } },
    shape: formerShape,
  }),
  /** What commits of the feed have to tell, by their cursor, until it stands in the lines. */
  news: family<[cursor: string], readonly BookingNews[]>("webhookNews", {
    privacy: "C3",
    subject: "customer",
    kept: { until: "done" },
    unsealed: "facts of rides without a person",
    shape: newsShape,
  }),
  delivery: family<[endpoint: string, id: string], Delivery>("webhookDelivery", {
    privacy: "C3",
    subject: "customer",
    kept: { until: "expiry", atMostMs: DELIVERY_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + DELIVERY_KEPT_MS,
    unsealed: "facts of rides without a person",
    shape: deliveryShape,
  }),
  /** The line of a booking's deliveries to an endpoint. */
  line: family<[endpoint: string, booking: string], Line>("webhookLine", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: DELIVERY_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + DELIVERY_KEPT_MS,
    shape: lineShape,
  }),
  /** Lines by when their first is tried. */
  due: family<[endpoint: string, dueMs: number, booking: string], string>("webhookDue", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: DELIVERY_KEPT_MS },
    endsMs: (_, [, , dueMs]) => Number(dueMs) + DELIVERY_KEPT_MS,
    shape: text,
  }),
} as const;
