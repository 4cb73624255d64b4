// Who is at work in the present chain of calls, and on what: set where work begins (a request, a job, a round, a
// script), read where a commit writes down who did it. No use case passes it on by hand, so that none can forget to.
import { AsyncLocalStorage } from "node:async_hooks";

/** Who acts. */
export type Who =
  /** Somebody with an account. */
  | { kind: "person"; id: string }
  /** Somebody without, known by nothing but what they ask for. */
  | { kind: "guest" }
  /** The product itself, or whoever runs its commands. */
  | { kind: "system" };

/** What is known of who acts. */
export interface Acting {
  who: Who;
  /** `POST /bookings/:link/cancel`, `job expire-booking`, `round pruning the feed`, `script load`. */
  command: string;
  /** The beginning of the network it comes from, `83.252.x.x`; "" where it comes over none. */
  network: string;
  /** Under which it is found in the log: the request's reference, a job's id; "" for none. */
  reference: string;
  /** Hears whose data is read; absent where nobody asks. */
  seen?: Seen;
}

/** Gathers whose data somebody was shown. */
export interface Seen {
  /** `row` names the row, so that one that is read twice counts once. */
  add(subject: { kind: string; at: string }, row: string): void;
  /** The same of those that are known by their marks alone. */
  addMarks(marks: readonly string[], row: string): void;
}

/** What is done where nobody has said who does it. */
export const UNNAMED: Readonly<Acting> = {
  who: { kind: "system" },
  command: "unnamed",
  network: "",
  reference: "",
};

const inside = new AsyncLocalStorage<Acting>();

/** Runs `work`; everything it calls, also later, is done by this actor. */
export function actAs<Result>(acting: Acting, work: () => Result): Result {
  return inside.run({ ...acting }, work);
}

/** Runs `work` of the product itself. */
export function actAsSystem<Result>(
  command: string,
  work: () => Result,
  reference = "",
): Result {
  return actAs({ ...UNNAMED, command, reference }, work);
}

/** Who acts here. */
export function acting(): Readonly<Acting> {
  return inside.getStore() ?? UNNAMED;
}

/** From here on it is gathered whose data is read in this chain of calls. */
export function gatherSeen(seen: Seen): void {
  const store = inside.getStore();
  if (store !== undefined) store.seen = seen;
}

/** Says whose data somebody is shown that was not read from the database just now, but is kept in memory. */
export function showCustomers(bookings: readonly { id: string; phone: string }[]): void {
  const { seen } = acting();
  if (seen === undefined) return;
  for (const { id, phone } of bookings) {
    if (phone !== "") seen.add({ kind: "phone", at: phone }, `booking/${id}`);
  }
}

/** Says whose data somebody is shown by a row that names them by their marks. */
export function showMarks(marks: readonly string[], row: string): void {
  acting().seen?.addMarks(marks, row);
}

/** Says who it is once that is known: a request is a guest's until its session has been read. */
export function nameActor(who: Who): void {
  const store = inside.getStore();
  if (store !== undefined) store.who = who;
}
