// What a recipient outside the house is told of somebody, and what has become of it.
import type { RecipientId, RecipientNews } from "../privacy/recipient.ts";

/** Where one is. */
export const NOTICE_STATES = [
  /** To be told, or on its way. */
  "waiting",
  /** It has taken every one of them. */
  "told",
  /** It cannot be told by program: somebody does it, or mends what is in the way. */
  "failed",
  /** Somebody of the staff has told it. */
  "confirmed",
  /** What is erased here ends it there. */
  "not-needed",
] as const;

/** One of them. */
export type NoticeState = typeof NOTICE_STATES[number];

/** One recipient of some rides of whom a request is about. */
export interface RecipientNotice {
  requestId: string;
  /** What it is told. */
  about: RecipientNews;
  /** Made of the recipient and the first ride: made again it is the same. */
  id: string;
  recipient: RecipientId;
  /** The receiver among subscribers; null for others. */
  endpointId: string | null;
  /** By what it finds what it has: ids of bookings for subscribers, ids of messages for what carries them. */
  references: readonly string[];
  state: NoticeState;
  madeAt: string;
  changedAt: string;
  /** Ids of the deliveries that tell it; none before they are lined up. */
  proof: readonly string[];
  /** Who told it by hand, and how; "" when nobody did. */
  by: string;
  reason: string;
}

/** Most references of one notice: a row holds 64 KiB. */
export const MAX_REFERENCES = 100;
/** Most notices of one request that are read. */
export const MAX_NOTICES = 2_000;

/** True while somebody is still to be told. */
export function isNoticeOpen({ state }: Pick<RecipientNotice, "state">): boolean {
  return state === "waiting" || state === "failed";
}
