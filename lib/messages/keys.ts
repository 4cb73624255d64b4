// The families of messages on their way out.
import type { BookingId } from "../booking/booking.ts";
import { subjectOfBooking } from "../booking/booking-subject.ts";
import { ulidMs } from "../kernel/ids.ts";
import { flag, instant, number, record, text } from "../kernel/shape.ts";
import { family, type SubjectName, type SubjectOfRow } from "../kv/family.ts";
import { ERASED_TEXT } from "../security/sealed-text.ts";
import type { MessageOutcome, MessageThread, OutboxMessage } from "./message.ts";
import { outboxShape, threadShape } from "./message-shapes.ts";

/** How long a message is kept, in milliseconds: as long as somebody may ask what they were told of a ride. */
export const MESSAGE_KEPT_MS = 90 * 24 * 60 * 60_000;

/** How long after its pickup a ride is found by whom it was booked for, in milliseconds. */
export const REACH_KEPT_MS = 24 * 60 * 60_000;

/** How far ahead rides are booked at most, with what they are kept after, in milliseconds. */
const RIDE_KEPT_MS = 400 * 24 * 60 * 60_000;

/** A ride of somebody. */
export interface RideOfReach {
  bookingId: BookingId;
  /** When it is no longer looked for, an instant. */
  until: string;
}

/** Whoever the ride is for, or whoever a message about an account goes to. */
function subjectOfMessage({ bookingId, mark }: OutboxMessage): SubjectName | SubjectOfRow {
  return bookingId === null ? { kind: "mark", at: mark } : subjectOfBooking(bookingId);
}

/** Families of this room. */
export const messageKeys = {
  /** Messages; who gets them and what they say is sealed. */
  outbox: family<[id: string], OutboxMessage>("outbox", {
    privacy: "C3",
    subject: "customer",
    kept: { until: "expiry", atMostMs: MESSAGE_KEPT_MS },
    endsMs: ({ id }) => ulidMs(id) + MESSAGE_KEPT_MS,
    sealed: {
      fields: ["sealed", "said"],
      subject: subjectOfMessage,
      erased: { sealed: ERASED_TEXT, said: "" },
    },
    shape: outboxShape,
  }),
  /** Messages by what has become of them: those that wait, were sent, or that somebody has to look at. */
  outboxByOutcome: family<[outcome: MessageOutcome, id: string], boolean>("outboxByOutcome", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: MESSAGE_KEPT_MS },
    endsMs: (_, key) => ulidMs(String(key.at(-1))) + MESSAGE_KEPT_MS,
    shape: flag,
  }),
  /** The messages of a booking, and up to where it is told. */
  messageThread: family<[booking: BookingId], MessageThread>("messageThread", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "rule", rule: "customer" },
    shape: threadShape,
  }),
  /** Rides ahead by the keyed mark of a mail address or a number: whose link is asked for again. */
  ridesOfReach: family<[mark: string, booking: BookingId], RideOfReach>("ridesOfReach", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "expiry", atMostMs: RIDE_KEPT_MS },
    endsMs: ({ until }) => Date.parse(until),
    unsealed: "keyed marks, ids and times only",
    shape: record<RideOfReach>({ bookingId: text, until: instant }),
  }),
  /** How many were begun to be sent: who writes into messages that wait meets here who takes them away. */
  messagesBegun: family<[], number>("messagesBegun", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: number,
  }),
} as const;
