// A browser that wants to be told about one booking, and what it is told.
import type { SealedText } from "../security/sealed-text.ts";

/** Where a browser is reached (W3C Push API), as it gave it to us. */
export interface PushSubscription {
  /** An address of the browser's own push service; a secret. */
  endpoint: string;
  /** Base64url: the browser's public key, and what it shares with us (RFC 8291). */
  p256dh: string;
  auth: string;
}

/** The browsers that follow a booking, as they are stored. */
export interface BookingSubscriptions {
  /** A list of them as JSON. */
  sealed: SealedText;
  count: number;
  /** From then on nobody is told anything of the booking, an instant. */
  endsAt: string;
}

/** What shows on a locked screen, and where a press leads. */
export interface PushContent {
  title: string;
  body: string;
  url: string;
  /** Of two with one tag the later takes the place of the earlier. */
  tag: string;
}

/** Most browsers that follow one booking: a family's telephones. The oldest gives way. */
export const MAX_SUBSCRIPTIONS = 5;
/** How long after its pickup a booking is followed, in milliseconds. */
export const FOLLOWED_MS = 48 * 60 * 60_000;
/** Longest that is: the furthest pickup and what follows it, in milliseconds. */
export const LONGEST_FOLLOWED_MS = 400 * 24 * 60 * 60_000;

/** What becomes of a message at one browser. */
export type PushOutcome = "sent" | "gone" | "refused" | "later";
