// One act of an operator: what it did to which bookings and vehicles, and whether it can still be undone.
import type { OutageChange } from "../fleet/outage.ts";
import type { Actor, BookingId } from "./booking.ts";

/** Id of an act, a ULID. */
export type ActId = string & { readonly __brand: "ActId" };

/** How long an act can be undone, in milliseconds; nothing leaves the house before it is over. */
export const UNDO_MS = 10_000;

/** What was done, by its word in the API. */
export const ACT_KINDS = [
  "assign",
  "unassign",
  "move",
  "depart",
  "arrive",
  "board",
  "complete",
  "mark-no-show",
  "cancel",
  "change",
  "split",
  "duplicate",
  "return",
  "revive",
  "out-of-traffic",
  "back-in-traffic",
] as const;

/** One of them. */
export type ActKind = typeof ACT_KINDS[number];

/** What an act did to one booking: its versions before and after; 0 says that the act made it. */
export interface ActSpan {
  bookingId: BookingId;
  from: number;
  to: number;
}

/**
 * What has become of it. `undone` and `left` exclude each other: whoever sends something out writes `left` before
 * sending, the undo writes `undone`, and each checks that the other has not been first.
 */
export type ActOutcome = "open" | "undone" | "left";

/** One act as it is stored. */
export interface OperatorAct {
  id: ActId;
  kind: ActKind;
  actor: Actor;
  /** The server's instant, ISO in UTC. */
  at: string;
  /** Until then it can be undone, and nothing of it leaves the house; instant in UTC. */
  due: string;
  spans: ActSpan[];
  outage: OutageChange | null;
  outcome: ActOutcome;
}

/** What a commit that belongs to an act says of it. */
export type ActStamp = Pick<OperatorAct, "id" | "due">;

/** When an act of `at` may leave the house, ISO in UTC. */
export function dueAfter(at: Temporal.Instant): string {
  return at.add({ milliseconds: UNDO_MS }).toString();
}

/** Brands a string as ActId. */
export function actId(id: string): ActId {
  return id as ActId;
}
