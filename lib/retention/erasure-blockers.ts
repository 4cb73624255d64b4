// What speaks against an erasure: rides that have not ended, rides kept back for a dispute, duties.
import { type EraseAccountDeps, hasDuties, marksOfPerson } from "../accounts/erase-account.ts";
import type { Booking } from "../booking/booking.ts";
import { bookingsUnder } from "../booking/booking-owners.ts";
import { isOver } from "../booking/booking-rules.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { isForgotten } from "../booking/forgotten-rules.ts";
import type { DataRequest } from "../privacy/data-request.ts";
import type { Blocker } from "./erasure.ts";
import type { RetentionStore } from "./retention-store.ts";

/** Most rides of one mark that are looked at: far more than anybody took in two years. */
export const MAX_RIDES = 5_000;

/** What looking needs. */
export interface BlockerDeps extends EraseAccountDeps {
  bookings: BookingStore;
  retentionStore: RetentionStore;
}

/** Whose data a request is about, as keyed marks. */
export async function marksOfRequest(
  deps: BlockerDeps,
  { personId, mark }: Pick<DataRequest, "personId" | "mark">,
): Promise<string[]> {
  const marks = personId === null ? [] : await marksOfPerson(deps, personId);
  return [...new Set([mark, ...marks])];
}

/** What speaks against erasing them now; nothing for who is erased already. */
export async function blockersOf(
  deps: BlockerDeps,
  { marks, personId }: { marks: readonly string[]; personId: string | null },
): Promise<Blocker[]> {
  const [rides, held, duties] = await Promise.all([
    ridesUnder(deps, marks),
    deps.retentionStore.heldBookings(),
    personId === null ? false : hasDuties(deps, personId),
  ]);
  const ahead = referencesOf(rides.filter(({ status }) => !isOver(status)));
  const kept = referencesOf(rides.filter(({ id }) => held.has(id)));
  return [
    ...(ahead.length === 0 ? [] : [{ kind: "rides-ahead", references: ahead } as const]),
    ...(kept.length === 0 ? [] : [{ kind: "legal-hold", references: kept } as const]),
    ...(duties ? [{ kind: "has-duties" } as const] : []),
  ];
}

async function ridesUnder(deps: BlockerDeps, marks: readonly string[]): Promise<Booking[]> {
  const found = await Promise.all(marks.map((mark) => bookingsUnder(deps, mark, MAX_RIDES)));
  const rides = await deps.bookings.getAll([...new Set(found.flat())]);
  return rides.flatMap((ride) => ride === null || isForgotten(ride) ? [] : [ride]);
}

function referencesOf(rides: readonly Booking[]): string[] {
  return rides.map(({ reference }) => reference);
}
