// Use cases: bookings follow the veils of whom they are for. A veil is set first, and what it covers follows at once, newest
// first; a job goes on where the process was killed, and looks once more for what was booked in that very moment.
import { z } from "zod";
import { reachMark } from "../accounts/reach-mark.ts";
import type { Clock } from "../kernel/clock.ts";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import { readEntries } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { SubjectMark } from "../security/subject-keys.ts";
import type { Veil } from "../veil/veil.ts";
import type { VeilStore } from "../veil/veil-store.ts";
import type { Booking, BookingId } from "./booking.ts";
import { bookingsUnder, marksOfContact, type OwnerDeps } from "./booking-owners.ts";
import { type ChangeDeps, changeStoredBooking } from "./change-stored-booking.ts";
import { hideInFeed, type HideInFeedDeps } from "./hide-in-feed.ts";
import { bookingKeys } from "./keys.ts";

/** Bookings dealt with before the next are read. */
const BOOKINGS_AT_ONCE = 50;
/** Most bookings of one mark that are dealt with; nobody has ridden as often. */
const MAX_BOOKINGS = 20_000;
/** How long after a veil was set or lifted its bookings are looked at again, in milliseconds. */
const LOOK_AGAIN_MS = 60_000;

/** What following needs. */
export interface FollowVeilDeps extends ChangeDeps, HideInFeedDeps {
  clock: Clock;
  veils: VeilStore;
}

/** The bookings of one veil. */
export const veilJob = jobKind(
  "veil-bookings",
  z.object({ veilId: z.string().min(1) }),
  async (deps: FollowVeilDeps, { veilId }) => {
    const stored = await deps.veils.get(veilId);
    if (stored !== null) await followVeil(deps, stored.veil);
  },
);

/** Has the bookings of a veil looked at, in the commit that sets or lifts it. */
export function addVeilJobs(
  { jobs, clock }: { jobs: JobQueue; clock: Clock },
  tx: Transaction,
  { id }: Pick<Veil, "id">,
): void {
  const nowMs = clock.now().epochMilliseconds;
  for (const dueMs of [nowMs, nowMs + LOOK_AGAIN_MS]) jobs.add(tx, veilJob, { veilId: id }, dueMs);
}

/** Makes every booking of a veil's marks what the veils say of it now; how many were another before. */
export async function followVeil(deps: FollowVeilDeps, { marks }: Veil): Promise<number> {
  const hidden = new Set<string>();
  let changed = 0;
  for (const mark of marks) {
    let after: BookingId | null = null;
    for (let looked = 0; looked < MAX_BOOKINGS; looked += BOOKINGS_AT_ONCE) {
      const ids: BookingId[] = await bookingsUnder(deps, mark, BOOKINGS_AT_ONCE, after);
      for (const id of ids) {
        const settled = await settleBooking(deps, id);
        if (settled.isChanged) changed++;
        if (settled.isVeiled) hidden.add(id);
      }
      after = ids.at(-1) ?? null;
      if (ids.length < BOOKINGS_AT_ONCE) break;
    }
  }
  await hideInFeed(deps, hidden);
  return changed;
}

/** True when the identity of one of those a booking belongs to is protected. */
export async function isToBeVeiled(
  { reachKey, veils }: OwnerDeps & { veils: Pick<VeilStore, "isVeiled"> },
  { contact, personId }: Pick<Booking, "contact"> & { personId: string | null },
): Promise<boolean> {
  const marks = await marksOfContact(reachKey, contact);
  if (personId !== null) marks.push(await reachMark(reachKey, "person", personId));
  return await veils.isVeiled(marks);
}

async function settleBooking(
  deps: FollowVeilDeps,
  id: BookingId,
): Promise<{ isChanged: boolean; isVeiled: boolean }> {
  let isChanged = false;
  const booking = await changeStoredBooking(deps, id, async ({ veiled }) => {
    const wanted = await isOwnedByVeiled(deps, id);
    isChanged = wanted !== veiled;
    if (!isChanged) return null;
    const meta = { at: deps.clock.now().toString(), actor: { kind: "system" } as const };
    return { command: { type: "set-veil", veiled: wanted }, meta };
  });
  return { isChanged, isVeiled: booking.veiled };
}

/** True when any veil that is set has a mark the booking is found under, also as one that was taken over. */
async function isOwnedByVeiled({ db, veils }: FollowVeilDeps, id: BookingId): Promise<boolean> {
  const marks: SubjectMark[] = (await veils.all())
    .flatMap(({ isSet, kind, marks }) => isSet && kind === "customer" ? marks : []);
  const rows = await readEntries(
    db.write,
    marks.map((mark) => bookingKeys.bookingByOwner(mark, id)),
  );
  return rows.some(({ value }) => value !== null);
}
