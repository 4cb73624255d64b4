// Every field of what is stored of messages to people, with the version that brought it.
import type { MessageThread, OutboxMessage } from "../../lib/messages/message.ts";
import type { RideOfReach } from "../../lib/messages/keys.ts";
import type { Fields } from "./stored-fields.ts";

/** A message. */
export const OUTBOX_FIELDS: Fields<OutboxMessage> = {
  id: 1,
  bookingId: 1,
  topic: 1,
  channel: 1,
  locale: 1,
  at: 1,
  dueAt: 1,
  deadline: 1,
  version: 1,
  acts: 1,
  mark: 1,
  sealed: { seal: 1, iv: 1, ciphertext: 1 },
  attempts: 1,
  said: 1,
  busyUntil: 1,
  outcome: 1,
  decidedAt: 1,
};

/** What is known of a booking's messages. */
export const THREAD_FIELDS: Fields<MessageThread> = { covered: 1, open: 1, ids: 1 };

/** A ride of somebody. */
export const RIDE_OF_REACH_FIELDS: Fields<RideOfReach> = { bookingId: 1, until: 1 };
