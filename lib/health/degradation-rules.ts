// What a customer and an operator still can do while a part is down: one table, which the pages, the documentation and
// the tests read. Pure.
import {
  type DownPart,
  type Errand,
  ERRANDS,
  isTold,
  type Part,
  PARTS,
  type PartState,
} from "./part.ts";

/**
 * `works`: as ever. `stands-in`: with something of our own in the part's place, and the answer says so. `refused`: 503
 * with Retry-After and a sentence; what was typed can be sent again.
 */
export type Effect = "works" | "stands-in" | "refused";

const ALL_WORKS: Readonly<Record<Errand, Effect>> = {
  "find-place": "works",
  price: "works",
  book: "works",
  ticket: "works",
  change: "works",
  cancel: "works",
  board: "works",
  order: "works",
  assign: "works",
  undo: "works",
  setup: "works",
};

/** Nothing can be stored: prices neither, for a price that was given binds and must be found again. */
const NO_WRITES: Readonly<Record<Errand, Effect>> = {
  ...ALL_WORKS,
  price: "refused",
  book: "refused",
  change: "refused",
  cancel: "refused",
  order: "refused",
  assign: "refused",
  undo: "refused",
  setup: "refused",
};

/** Effect of each part's loss on each errand; the compiler asks for the row of a new part, the tests drive each cell. */
export const DEGRADATION: Readonly<Record<Part, Readonly<Record<Errand, Effect>>>> = {
  osrm: { ...ALL_WORKS, price: "stands-in", change: "stands-in", order: "stands-in" },
  geocoder: { ...ALL_WORKS, "find-place": "stands-in" },
  // Alarms wait for these, and go out by the others meanwhile; nobody who books or drives meets them.
  webhook: ALL_WORKS,
  smtp: ALL_WORKS,
  sentry: ALL_WORKS,
  // Messages wait, and go by mail meanwhile; tickets say the same.
  sms: ALL_WORKS,
  // Whoever signs in there uses another way meanwhile; who is signed in stays so.
  provider: ALL_WORKS,
  // What subscribers are told waits for them.
  subscriber: ALL_WORKS,
  // Telephones are told by text message, and tickets say the same.
  push: ALL_WORKS,
  // Its keys are in memory; a new version of them waits.
  kms: ALL_WORKS,
  // It gives away what is a little older, and never anything of somebody.
  edge: ALL_WORKS,
  // Rides are booked that are paid in the car or by invoice; what is to be captured or given back waits.
  stripe: ALL_WORKS,
  // Vouchers of closed days wait for it.
  fortnox: ALL_WORKS,
  // Places and tariffs are in memory; whatever is somebody's is not.
  "database-reads": {
    ...NO_WRITES,
    ticket: "refused",
    board: "refused",
  },
  "database-writes": NO_WRITES,
  "database-file": NO_WRITES,
  // Bookings are taken; what acts by the time of day waits, so that nothing expires by a wrong clock.
  clock: ALL_WORKS,
};

/** Parts that are down and that whoever works here is told of, with what each costs, in the order of the table. */
export function downParts(states: readonly PartState[]): DownPart[] {
  const stateOf = (part: Part) => states.find(({ name }) => name === part);
  const isLost = (stateOf("database-file")?.status ?? "pass") !== "pass";
  return PARTS.filter(isTold).flatMap((part): DownPart[] => {
    const state = stateOf(part);
    if (state === undefined || state.status === "pass") return [];
    // It follows from the other, and asks for nothing of its own.
    if (part === "database-writes" && isLost) return [];
    const errands = (effect: Effect) =>
      ERRANDS.filter((errand) => DEGRADATION[part][errand] === effect);
    const { since } = state;
    return [{ part, since, refused: errands("refused"), standsIn: errands("stands-in") }];
  });
}

/** True when something that is down has an errand refused. */
export function isRefused(down: readonly DownPart[], errand: Errand): boolean {
  return down.some(({ refused }) => refused.includes(errand));
}

/** The worst of some states. */
export function worstOf(states: readonly Pick<PartState, "status">[]): PartState["status"] {
  const statuses = states.map(({ status }) => status);
  return (["fail", "warn"] as const).find((bad) => statuses.includes(bad)) ?? "pass";
}
