// A message to a person: what it is about, what it says, and what has become of it.
import type { NoticeContent, NoticeKind } from "../accounts/account-notice.ts";
import type { Booking, BookingId, BookingStatus } from "../booking/booking.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { Locale } from "../kernel/locale.ts";
import type { PickupTime } from "../kernel/wall-time.ts";
import type { SealedText } from "../security/sealed-text.ts";
import type { ChannelName } from "./channel.ts";

/** What messages about a ride tell. */
export const RIDE_TOPICS = [
  "confirmation",
  "change",
  "revival",
  "cancellation",
  "no-show",
  "driver",
  "on-the-way",
  "arrived",
  "reminder",
  /** The ticket's link was asked for again. */
  "ticket-link",
  /** What a ride, or a fee, was paid with, and what was given back: with its document. */
  "receipt",
  "credit-note",
] as const;

/** One of them. */
export type RideTopic = typeof RIDE_TOPICS[number];

/** What a message is about: a ride, or an account. */
export type Topic = RideTopic | NoticeKind;

/** One message to one person by one channel. */
export interface OutboxMessage {
  /** A ULID of what it tells, by which channel and to whom: made again, it is the same. */
  id: string;
  /** The ride it is about; null for what is about somebody's account. */
  bookingId: BookingId | null;
  topic: Topic;
  channel: ChannelName;
  locale: Locale;
  /** When what it tells happened, an instant. */
  at: string;
  /** Not before that, and not after that; instants. */
  dueAt: string;
  deadline: string;
  /** Version of the booking it tells; 0 when it is about none. */
  version: number;
  /** Operators' acts it tells of: none of them can be undone once it has left. */
  acts: readonly string[];
  /** Keyed mark of whoever gets it. */
  mark: string;
  /** Who gets it and what it says; bound to its id. */
  sealed: SealedText;
  /** How often it was handed over, and what was said to the last try that failed, "" when none did. */
  attempts: number;
  said: string;
  /** While somebody sends it nobody else does, an instant; null between tries. */
  busyUntil: string | null;
  outcome: MessageOutcome;
  /** When that was decided, an instant; null while it waits. */
  decidedAt: string | null;
}

/** What has become of a message. */
export const MESSAGE_OUTCOMES = [
  "waiting",
  "sent",
  /** Refused, or tried until its time was over: a person looks at it. */
  "failed",
  /** What it would have told is told by a later one, was taken back, or is of no use any more. */
  "withdrawn",
  /** Somebody decided that it is not sent. */
  "dropped",
] as const;

/** One of them. */
export type MessageOutcome = typeof MESSAGE_OUTCOMES[number];

/** What the reader knows of a booking's messages. */
export interface MessageThread {
  /** The version up to which everything is told, or is about to be. */
  covered: number;
  /** Messages nobody has begun to send: what happens next is told by them. */
  open: OpenMessages | null;
  /** Its messages, oldest first. */
  ids: readonly string[];
}

/** Messages of one moment, one a channel. */
export interface OpenMessages {
  /** The version the customer knows of; 0: of none. */
  from: number;
  topic: RideTopic;
  ids: readonly string[];
  acts: readonly string[];
}

/** What of a message is sealed. */
export interface MessageSecret {
  to: string;
  content: MessageContent;
}

/** What it says. */
export type MessageContent =
  | { kind: "ride"; document?: ToldDocument } & RideNews
  | { kind: "notice"; notice: NoticeContent }
  /** It has been sent, and held what lets somebody in: nobody keeps that longer than it takes. */
  | { kind: "gone" };

/** A document that travels with a message. */
export interface ToldDocument {
  id: string;
  /** What people call it: `F-17`. */
  number: string;
  totalOre: number;
}

/** What is told of a ride: how it is, and how it was when something changed. */
export interface RideNews {
  before: RideFacts | null;
  after: RideFacts;
}

/** What people are told of a ride, copied when it happened. */
export interface RideFacts {
  /** Six characters without a space. */
  reference: string;
  version: number;
  status: BookingStatus;
  name: string;
  phone: string;
  email: string;
  flightNumber: string;
  note: string;
  pickup: PickupTime;
  durationSeconds: number;
  from: RideStop;
  to: RideStop;
  passengers: number;
  vehicleClass: VehicleClass;
  totalOre: number;
  /** Absent in messages of before other ways than the car were told. */
  payment?: Booking["payment"];
  /** What cancelling, or not coming, has cost; null when neither happened. */
  feeOre: number | null;
  /** Until when cancelling is free, an instant. */
  freeUntil: string;
  changedAt: string;
  /** Which car comes, null while nobody is assigned. */
  car: RideCar | null;
}

/** Where it starts or ends. */
export interface RideStop {
  label: string;
  area: string;
}

/** The car; what the fleet does not know is "". */
export interface RideCar {
  /** The driver's first name; the rest is theirs. */
  driver: string;
  vehicle: string;
  registration: string;
  phone: string;
}
