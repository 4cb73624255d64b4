// How messages leave the house: the port every channel has, what it is handed, and what became of it.

import type { MailFile } from "../mail/mail.ts";

/** Every channel. */
export const CHANNEL_NAMES = ["mail", "sms", "push"] as const;

/** One of them. */
export type ChannelName = typeof CHANNEL_NAMES[number];

/** A file for a calendar that travels with a mail. */
export interface CalendarPart {
  /** As in the file (RFC 5546): what a calendar is asked to do. */
  method: "REQUEST" | "CANCEL";
  text: string;
}

/** A mail as it is read. */
export interface MailContent {
  subject: string;
  text: string;
  html: string;
  calendar: CalendarPart | null;
  files: readonly MailFile[];
  /** Where whoever gets it says no to more of its kind; "" for what a ride or an account needs. */
  unsubscribe: string;
}

/** What shows on a locked screen, and where a press leads. */
export interface PushContent {
  title: string;
  body: string;
  /** Absolute. */
  url: string;
  /** Of two with the same tag the later one takes the place of the earlier. */
  tag: string;
}

/** What every message has, whatever it travels by. */
interface Addressed {
  /** A ULID, the same at every try: a receiver knows a repeat by it. */
  id: string;
  /** When what it tells happened, an instant. */
  at: string;
  /** When it is no longer worth sending, an instant. */
  deadline: string;
  /** False for what may wait in a receiver's own queue. */
  isUrgent: boolean;
}

/** A message as it is handed to a channel. */
export type OutgoingMessage =
  & Addressed
  & (
    | { channel: "mail"; to: string; mail: MailContent }
    /** `to` is E.164. */
    | { channel: "sms"; to: string; text: string }
    /** `to` is what the channel called the receiver, see `reachOf`. */
    | { channel: "push"; to: string; push: PushContent }
  );

/** What became of a message. `said` is in technical words without personal data, "" when nothing was said. */
export type Delivery =
  /** `reference` is what the receiver calls it, "" when it calls it nothing. */
  | { kind: "sent"; reference: string }
  /** It will never be taken: tried again, it would be refused again. */
  | { kind: "refused"; said: string }
  /** It was not taken, or nobody knows; `afterMs` when the receiver says how long to wait, else null. */
  | { kind: "retry-later"; said: string; afterMs: number | null };

/** One way out. */
export interface MessageChannel {
  readonly name: ChannelName;
  /** Where it leads, as people may see it: a host, no path and no secret. */
  readonly host: string;
  /** True where nothing leaves this machine: what is sent can be read on the page of the outbox alone. */
  readonly isLocal: boolean;
  /** Sends it; never throws for what is the fault of whoever takes it. */
  send(message: OutgoingMessage): Promise<Delivery>;
  /** Under what this channel reaches who holds a booking's ticket, null: nobody. Mail and SMS are told by the booking. */
  reachOf?(bookingId: string): Promise<string | null>;
}
