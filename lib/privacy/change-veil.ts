// Use cases: somebody's identity is protected, and no longer. What they are known by is marked first, then their bookings follow
// at once; who it is about is told, and the audit log says who did it and why.
import { addNotice, type NoticeDeps } from "../accounts/account-notice.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import { bookingsUnder } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { addVeilJobs, followVeil, type FollowVeilDeps } from "../booking/veil-bookings.ts";
import { marksOfContact } from "../booking/booking-owners.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { ulid } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { SubjectMark } from "../security/subject-keys.ts";
import { stepped, type Veil, type VeilActor, type VeilKind } from "../veil/veil.ts";
import { type StoredVeil, writeVeil } from "../veil/veil-store.ts";

/** How long it is news that an identity is protected, in minutes. */
const NEWS_MINUTES = 7 * 24 * 60;

/** What changing needs. */
export interface ChangeVeilDeps extends FollowVeilDeps, NoticeDeps {
  jobs: JobQueue;
  fleet: Pick<FleetStore, "addEdition">;
  people: Pick<PersonStore, "get" | "ownerOfMark">;
  bookings: BookingStore;
}

/** Where somebody is told. */
export interface VeilReach {
  email: string;
  phone: string;
  locale: Locale;
}

/** Who does it, and why. */
export interface VeilDeed {
  by: VeilActor;
  reason: string;
}

/** Protects whoever is known by the marks; whoever is protected already is so by these marks too. The veil as it is then. */
export async function setVeil(
  deps: ChangeVeilDeps,
  { kind, marks, reach }: {
    kind: VeilKind;
    marks: readonly SubjectMark[];
    /** Null where nobody can be told. */
    reach: VeilReach | null;
  },
  deed: VeilDeed,
): Promise<Veil> {
  const { value: veil } = await commitWithRetry<Veil>(deps.db, async (tx) => {
    const [former = null] = (await deps.veils.ofMarks(marks)).filter((one) => one.veil.isSet);
    if (former !== null && marks.every((mark) => former.veil.marks.includes(mark))) {
      return new Unwritten(former.veil);
    }
    const after = stepped(widened(deps, former, { kind, marks }), {
      ...{ type: "set", at: deps.clock.now().toString() },
      ...deed,
    });
    await addChange(deps, tx, { before: former, after, reach, reason: deed.reason });
    return after;
  });
  if (kind === "customer") await followVeil(deps, veil);
  return veil;
}

/** Lifts a veil; one that is lifted stays so. Null when there is none of that id. */
export async function liftVeil(
  deps: ChangeVeilDeps,
  id: string,
  deed: VeilDeed,
): Promise<Veil | null> {
  const reach = await reachOfVeil(deps, id);
  const { value: veil } = await commitWithRetry<Veil | null>(deps.db, async (tx) => {
    const before = await deps.veils.get(id);
    if (before === null || !before.veil.isSet) return new Unwritten(before?.veil ?? null);
    const at = deps.clock.now().toString();
    const after = stepped(before.veil, { type: "lifted", at, ...deed });
    await addChange(deps, tx, { before, after, reach, reason: deed.reason });
    return after;
  });
  if (veil?.kind === "customer") await followVeil(deps, veil);
  return veil;
}

async function addChange(
  deps: ChangeVeilDeps,
  tx: Transaction,
  { before, after, reach, reason }: {
    before: StoredVeil | null;
    after: Veil;
    reach: VeilReach | null;
    reason: string;
  },
): Promise<void> {
  writeVeil(tx, before, after);
  if (after.kind === "driver") await deps.fleet.addEdition(tx);
  else addVeilJobs(deps, tx, after);
  const act = after.isSet ? "protect identity" : "lift protection of identity";
  tx.audit({ act, subjects: after.marks, ...(reason === "" ? {} : { why: reason }) });
  if (reach === null || reach.email + reach.phone === "") return;
  await addNotice(deps, tx, { locale: reach.locale, minutes: NEWS_MINUTES }, {
    kind: "protection-changed",
    to: { mail: reach.email, phone: reach.phone },
    // Not even a name: it is read on a locked screen.
    name: "",
    what: after.isSet ? "set" : "lifted",
    link: "/privacy/requests",
  });
}

function widened(
  { clock, randomBytes }: ChangeVeilDeps,
  former: StoredVeil | null,
  { kind, marks }: { kind: VeilKind; marks: readonly SubjectMark[] },
): Veil {
  if (former !== null) {
    return { ...former.veil, marks: [...new Set([...former.veil.marks, ...marks])] };
  }
  const id = ulid(clock.now().epochMilliseconds, randomBytes);
  return { id, kind, marks: [...new Set(marks)], isSet: true, steps: [] };
}

/** By what a booking's customer is known, and where they are told. */
export async function customerOf(
  deps: Pick<ChangeVeilDeps, "bookings" | "reachKey">,
  id: Parameters<BookingStore["get"]>[0],
): Promise<{ marks: readonly SubjectMark[]; reach: VeilReach } | null> {
  const stored = await deps.bookings.get(id);
  if (stored === null) return null;
  const { contact, locale } = stored.booking;
  const { email, phone } = contact;
  return { marks: await marksOfContact(deps.reachKey, contact), reach: { email, phone, locale } };
}

/** Where whoever a veil protects is told: by their account, else by their newest booking. */
async function reachOfVeil(deps: ChangeVeilDeps, id: string): Promise<VeilReach | null> {
  const stored = await deps.veils.get(id);
  for (const mark of stored?.veil.marks ?? []) {
    const personId = await deps.people.ownerOfMark(mark);
    const found = personId === null ? null : await deps.people.get(personId);
    if (found !== null) return found.person;
  }
  for (const mark of stored?.veil.marks ?? []) {
    const [oldest] = await bookingsUnder(deps, mark, 1);
    const customer = oldest === undefined ? null : await customerOf(deps, oldest);
    if (customer?.marks.includes(mark)) return customer.reach;
  }
  return null;
}
