// Every field of what is stored of messages on their way out by other ways than mail, with the version that brought it.
import type { BookingSubscriptions } from "../../lib/push/subscription.ts";
import type { SentSms, SmsSpend } from "../../lib/sms/sms.ts";
import type { Delivery, Line } from "../../lib/webhooks/delivery.ts";
import type { Endpoint, FormerEndpoint } from "../../lib/webhooks/endpoint.ts";
import type { Fields } from "./stored-fields.ts";

/** A text message. */
export const SENT_SMS_FIELDS: Fields<SentSms> = {
  id: 1,
  prefix: 1,
  parts: 1,
  costOre: 1,
  day: 1,
  state: 1,
  reference: 1,
  at: 1,
  reportedAt: 1,
};

/** What a day has cost. */
export const SMS_SPEND_FIELDS: Fields<SmsSpend> = { ore: 1, isTold: 1 };

/** The browsers that follow a booking. */
export const SUBSCRIPTIONS_FIELDS: Fields<BookingSubscriptions> = {
  sealed: { seal: 1, iv: 1, ciphertext: 1 },
  count: 1,
  endsAt: 1,
};

/** A receiver of webhooks. */
export const ENDPOINT_FIELDS: Fields<Endpoint> = {
  id: 1,
  url: 1,
  events: 1,
  secrets: [{ sealed: { seal: 1, iv: 1, ciphertext: 1 }, madeAt: 1, until: 1 }],
  state: 1,
  createdAt: 1,
  createdBy: 1,
};

/** One that was removed. */
export const FORMER_FIELDS: Fields<FormerEndpoint> = { id: 1, url: 1, createdAt: 1, removedAt: 1 };

/** An event on its way to one. */
export const DELIVERY_FIELDS: Fields<Delivery> = {
  id: 1,
  endpointId: 1,
  bookingId: 1,
  eventId: 1,
  event: 1,
  act: 1,
  body: 1,
  at: 1,
  due: 1,
  state: 1,
  attempts: 1,
  firstTriedAt: 1,
  triedAt: 1,
  status: 1,
  said: 1,
};

/** A line of deliveries. */
export const LINE_FIELDS: Fields<Line> = { waiting: 1, dueMs: 1, at: 1 };
