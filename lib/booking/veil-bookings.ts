// Use cases: bookings follow the veils and the restrictions of whom they are for. These are set first, and what they cover
// follows at once; a job goes on where the process was killed, and looks once more for what was booked in that very moment.
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
import type { Booking, BookingId, Cover } from "./booking.ts";
import { bookingsUnder, marksOfContact, type OwnerDeps } from "./booking-owners.ts";
import { type ChangeDeps, changeStoredBooking } from "./change-stored-booking.ts";
import { hideInFeed, type HideInFeedDeps } from "./hide-in-feed.ts";
import { bookingKeys } from "./keys.ts";
import { hiddenBy, isHiddenFromStaff } from "./seen-booking.ts";

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

/** The bookings of who has their data restricted, or no longer. */
export const restrictionJob = jobKind(
  "restrict-bookings",
  z.object({ marks: z.array(z.string().min(1)) }),
  async (deps: FollowVeilDeps, { marks }) => void await followVeil(deps, { marks }),
);

/** Has the bookings of marks looked at, in the commit that restricts their data or lifts that: then, and when it ends. */
export function addRestrictionJobs(
  { jobs, clock }: { jobs: JobQueue; clock: Clock },
  tx: Transaction,
  marks: readonly SubjectMark[],
  liftsAt: string | null,
): void {
  const nowMs = clock.now().epochMilliseconds;
  const due = [nowMs, nowMs + LOOK_AGAIN_MS, ...liftsAt === null ? [] : [Date.parse(liftsAt)]];
  for (const dueMs of due) jobs.add(tx, restrictionJob, { marks: [...marks] }, dueMs);
}

/** Has the bookings of a veil looked at, in the commit that sets or lifts it. */
export function addVeilJobs(
  { jobs, clock }: { jobs: JobQueue; clock: Clock },
  tx: Transaction,
  { id }: Pick<Veil, "id">,
): void {
  const nowMs = clock.now().epochMilliseconds;
  for (const dueMs of [nowMs, nowMs + LOOK_AGAIN_MS]) jobs.add(tx, veilJob, { veilId: id }, dueMs);
}

/** Makes every booking of some marks what veils and restrictions say of it now; how many were another before. */
export async function followVeil(
  deps: FollowVeilDeps,
  { marks }: Pick<Veil, "marks">,
): Promise<number> {
  const hidden = new Map<string, Cover>();
  let changed = 0;
  for (const mark of marks) {
    let after: BookingId | null = null;
    for (let looked = 0; looked < MAX_BOOKINGS; looked += BOOKINGS_AT_ONCE) {
      const ids: BookingId[] = await bookingsUnder(deps, mark, BOOKINGS_AT_ONCE, after);
      for (const id of ids) {
        const settled = await settleBooking(deps, id);
        if (settled.isChanged) changed++;
        if (isHiddenFromStaff(settled.booking)) hidden.set(id, hiddenBy(settled.booking));
      }
      after = ids.at(-1) ?? null;
      if (ids.length < BOOKINGS_AT_ONCE) break;
    }
  }
  await hideInFeed(deps, hidden);
  return changed;
}

/** What covers one of those a booking that is made now belongs to. */
export async function coverToBe(
  { clock, reachKey, veils }: OwnerDeps & { clock: Clock; veils: Pick<VeilStore, "coverOf"> },
  { contact, personId }: Pick<Booking, "contact"> & { personId: string | null },
): Promise<Cover> {
  const marks = await marksOfContact(reachKey, contact);
  if (personId !== null) marks.push(await reachMark(reachKey, "person", personId));
  return await veils.coverOf(marks, clock.now());
}

async function settleBooking(
  deps: FollowVeilDeps,
  id: BookingId,
): Promise<{ isChanged: boolean; booking: Booking }> {
  let isChanged = false;
  const booking = await changeStoredBooking(deps, id, async ({ veiled, restricted }) => {
    const cover = await coverNow(deps, id);
    isChanged = cover.veiled !== veiled || cover.restricted !== restricted;
    if (!isChanged) return null;
    const meta = { at: deps.clock.now().toString(), actor: { kind: "system" } as const };
    return { command: { type: "set-veil", ...cover }, meta };
  });
  return { isChanged, booking };
}

/** What covers a booking by any mark it is found under, also as one that was taken over. */
async function coverNow(deps: FollowVeilDeps, id: BookingId): Promise<Cover> {
  const veiling: SubjectMark[] = (await deps.veils.all())
    .flatMap(({ isSet, kind, marks }) => isSet && kind === "customer" ? marks : []);
  const restricting = await deps.veils.restrictedMarks(deps.clock.now());
  const [veiled, restricted] = await Promise.all(
    [veiling, restricting].map((marks) => isUnder(deps, marks, id)),
  );
  return { veiled: veiled === true, restricted: restricted === true };
}

async function isUnder(
  { db }: FollowVeilDeps,
  marks: readonly SubjectMark[],
  id: BookingId,
): Promise<boolean> {
  const rows = await readEntries(
    db.write,
    marks.map((mark) => bookingKeys.bookingByOwner(mark, id)),
  );
  return rows.some(({ value }) => value !== null);
}
