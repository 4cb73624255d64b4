// Protected identities for those who answer for them: whose bookings are protected since when and why, without whose they are.
import type { OperatorSession } from "../accounts/session.ts";
import { bookingsUnder } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { cleanLine, isReadable } from "../forms/clean-text.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import type { Database } from "../kv/open.ts";
import { type ChangeVeilDeps, liftVeil, setVeil } from "../privacy/change-veil.ts";
import { whoIsMeant, type WhoseDeps } from "../privacy/whose-veil.ts";
import { MAX_VEIL_REASON, MIN_VEIL_REASON, type Veil, type VeilStep } from "../veil/veil.ts";
import type { VeilStore } from "../veil/veil-store.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** Most bookings of one veil that are listed. */
const MAX_LISTED = 10;
/** Most veils on the page. */
const MAX_SHOWN = 200;

/** What the page needs. */
export interface ProtectedPageDeps extends FramedDeps {
  db: Database;
  veils: VeilStore;
  bookings: Pick<BookingStore, "getAll">;
}

/** A booking by its code. */
export interface CodedBooking {
  id: string;
  reference: string;
}

/** A veil without whom it is about. */
export interface VeilView extends Pick<Veil, "id" | "kind" | "isSet" | "steps"> {
  last: VeilStep;
  bookings: readonly CodedBooking[];
}

/** Why nothing was done. */
export type ProtectedFault = "no-one" | "no-reason" | "personal-number";

/** What was typed. */
export interface ProtectedForm {
  who: string;
  reason: string;
}

/** The page. */
export interface ProtectedData extends Framed {
  veils: readonly VeilView[];
  /** May somebody be protected here, and the protection be lifted. */
  protects: boolean;
  lifts: boolean;
  /** May the register of drivers be taken out. */
  extracts: boolean;
  values: ProtectedForm;
  fault: ProtectedFault | null;
  /** Bookings of a number that was looked up; null when nobody asked. */
  found: readonly CodedBooking[] | null;
  done: "set" | "lifted" | null;
}

/** Reads the page. */
export async function loadProtected(
  deps: ProtectedPageDeps,
  operator: OperatorSession,
  more: Partial<Pick<ProtectedData, "values" | "fault" | "found" | "done">> = {},
): Promise<ProtectedData> {
  const veils = (await deps.veils.all()).slice(0, MAX_SHOWN);
  const shown = veils.toSorted((a, b) => Number(b.isSet) - Number(a.isSet));
  return {
    ...await framed(deps, operator),
    veils: await Promise.all(shown.map((veil) => viewOf(deps, veil))),
    protects: operator.rights.includes("veil-identities"),
    lifts: operator.rights.includes("unveil-identities"),
    extracts: operator.rights.includes("extract-register"),
    values: { who: "", reason: "" },
    ...{ fault: null, found: null, done: null },
    ...more,
  };
}

/** Protects who is meant; the fault when nobody is, or the reason says nothing. */
export async function protectIdentity(
  deps: ChangeVeilDeps & WhoseDeps,
  operator: OperatorSession,
  form: ProtectedForm,
): Promise<ProtectedFault | null> {
  const reason = readVeilReason(form.reason);
  if (!reason.ok) return reason.fault;
  const meant = await whoIsMeant(deps, form.who);
  if (meant === null) return "no-one";
  const by = { kind: "staff", name: operator.operatorName } as const;
  await setVeil(deps, meant, { by, reason: reason.value });
  return null;
}

/** Lifts a protection; the fault when the reason says nothing. */
export async function liftProtection(
  deps: ChangeVeilDeps,
  operator: OperatorSession,
  { id, reason: typed }: { id: string; reason: string },
): Promise<ProtectedFault | null> {
  const reason = readVeilReason(typed);
  if (!reason.ok) return reason.fault;
  const by = { kind: "staff", name: operator.operatorName } as const;
  return await liftVeil(deps, id, { by, reason: reason.value }) === null ? "no-one" : null;
}

/** The codes of the bookings of a number, an address or a booking, for who may know whose they are. */
export async function lookUp(
  deps: ChangeVeilDeps & WhoseDeps,
  who: string,
): Promise<{ marks: readonly string[]; bookings: readonly CodedBooking[] } | null> {
  const meant = await whoIsMeant(deps, who);
  if (meant === null) return null;
  return { marks: meant.marks, bookings: await codedBookings(deps, meant.marks) };
}

/** A reason as it is kept, or what is wrong with it. */
export function readVeilReason(
  typed: string,
): { ok: true; value: string } | { ok: false; fault: ProtectedFault } {
  const reason = cleanLine(typed);
  const isLong = reason.length >= MIN_VEIL_REASON && reason.length <= MAX_VEIL_REASON;
  if (!isReadable(reason) || !isLong) return { ok: false, fault: "no-reason" };
  if (hasPersonalNumber(reason)) return { ok: false, fault: "personal-number" };
  return { ok: true, value: reason };
}

async function viewOf(deps: ProtectedPageDeps, veil: Veil): Promise<VeilView> {
  const { id, kind, isSet, steps, marks } = veil;
  const last = steps.at(-1) ??
    { type: "set" as const, at: "", by: { kind: "system" as const, name: "" }, reason: "" };
  return { id, kind, isSet, steps, last, bookings: await codedBookings(deps, marks) };
}

async function codedBookings(
  deps: Pick<ProtectedPageDeps, "db" | "bookings">,
  marks: readonly string[],
): Promise<CodedBooking[]> {
  const found = await Promise.all(marks.map((mark) => bookingsUnder(deps, mark, MAX_LISTED)));
  const ids = [...new Set(found.flat())].sort().reverse().slice(0, MAX_LISTED);
  return (await deps.bookings.getAll(ids)).flatMap((one) =>
    one === null ? [] : [{ id: one.id, reference: one.reference }]
  );
}
