// A text message to a telephone, what is remembered of it, and what became of it. The number and the words are not kept.

/** One to be sent. */
export interface Sms {
  /** A ULID, the same at every try. */
  id: string;
  /** E.164. */
  to: string;
  text: string;
  /** Shows at once on the screen and is not kept by the telephone. */
  isFlash: boolean;
}

/** Where one is: paid for and on its way, taken by the service, refused by it, and what the network reported. */
export const SMS_STATES = ["claimed", "sent", "refused", "delivered", "failed"] as const;

/** One of them. */
export type SmsState = typeof SMS_STATES[number];

/** What is remembered of one. */
export interface SentSms {
  id: string;
  /** The beginning of the number that its price hangs on: `+46`. */
  prefix: string;
  parts: number;
  /** What it costs, in öre: reckoned, then as the service says. */
  costOre: number;
  /** The local date whose money it takes. */
  day: string;
  state: SmsState;
  /** What the service calls it, "" until it is known. */
  reference: string;
  /** Instants: when it was claimed, when the last report came. */
  at: string;
  reportedAt: string | null;
}

/** What the messages to numbers of a prefix cost on a day. */
export interface SmsSpend {
  ore: number;
  /** True once somebody was told that there is no more. */
  isTold: boolean;
}

/** What became of a try; `said` in technical words without personal data. */
export type SmsDelivery =
  | { kind: "sent"; reference: string }
  | { kind: "refused"; said: string }
  | { kind: "retry-later"; said: string; afterMs: number | null };

/** Most parts of one message: what is longer is a mistake. */
export const MAX_SMS_PARTS = 6;

/** How long a message is remembered, in milliseconds: reports come for days. */
export const SMS_KEPT_MS = 30 * 24 * 60 * 60_000;
/** How long the costs of a day are kept, in milliseconds: they are compared with the bill. */
export const SPEND_KEPT_MS = 400 * 24 * 60 * 60_000;
