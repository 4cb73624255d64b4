// Use cases: somebody protects their own identity, at once and without a reason, and lifts it once they have shown anew who
// they are.
import { driverOf } from "../accounts/driver-account.ts";
import { followVeil } from "../booking/veil-bookings.ts";
import { driverMark } from "../fleet/seen-driver.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Database } from "../kv/open.ts";
import type { VeilStore } from "../veil/veil-store.ts";
import type { VeilReach } from "./change-veil.ts";
import { type ChangeVeilDeps, liftVeil, setVeil } from "./change-veil.ts";
import { contactOf, type SubjectDeps } from "./request-subject.ts";
import type { Visitor } from "./visitor.ts";

/** The protection of who looks. */
export interface OwnVeil {
  /** Since when, an instant. */
  since: string;
  /** False when it covers more than they have shown to be theirs: then they are helped on the telephone. */
  canLift: boolean;
}

/** What acting needs. */
export type OwnVeilDeps = ChangeVeilDeps & SubjectDeps;

const SELF = { by: { kind: "self", name: "" }, reason: "" } as const;

/** The protection of a visitor, or null. */
export async function ownVeil(
  deps: { veils: Pick<VeilStore, "ofMarks">; db: Pick<Database, "read"> },
  visitor: Visitor,
): Promise<OwnVeil | null> {
  const { veils } = deps;
  const marks = [...visitor.marks, ...await driverMarks(deps, visitor)];
  const found = (await veils.ofMarks(marks)).map(({ veil }) => veil).filter(({ isSet }) => isSet);
  if (found.length === 0) return null;
  const begun = found.map(({ steps }) => steps.findLast(({ type }) => type === "set")?.at ?? "");
  return {
    since: begun.toSorted()[0] ?? "",
    canLift: found.every((veil) => veil.marks.every((mark) => marks.includes(mark))),
  };
}

/** Protects a visitor from now on. */
export async function protectSelf(
  deps: OwnVeilDeps,
  visitor: Visitor,
  locale: Locale,
): Promise<void> {
  const { subject, marks } = visitor;
  const { email, phone } = await contactOf(deps, subject);
  const reach: VeilReach = { email, phone, locale };
  await setVeil(deps, { kind: "customer", marks, reach }, SELF);
  const asDriver = await driverMarks(deps, visitor);
  // They have been told already.
  if (asDriver.length > 0) {
    await setVeil(deps, { kind: "driver", marks: asDriver, reach: null }, SELF);
  }
}

/** Lifts the protection of a visitor; false when it covers more than they have shown to be theirs. */
export async function unprotectSelf(deps: OwnVeilDeps, visitor: Visitor): Promise<boolean> {
  const own = await ownVeil(deps, visitor);
  if (own !== null && !own.canLift) return false;
  const marks = [...visitor.marks, ...await driverMarks(deps, visitor)];
  for (const { veil } of await deps.veils.ofMarks(marks)) {
    await liftVeil(deps, veil.id, SELF);
  }
  return true;
}

/** What somebody protected has just taken over as their own is protected, too. */
export async function protectTakenOver(
  deps: OwnVeilDeps,
  { marks }: Pick<Visitor, "marks">,
): Promise<void> {
  for (const { veil } of await deps.veils.ofMarks(marks)) await followVeil(deps, veil);
}

/** The mark of the driver a visitor is; none for who is none. */
async function driverMarks(
  deps: { db: Pick<Database, "read"> },
  { subject }: Visitor,
): Promise<string[]> {
  const id = subject.kind === "person" ? await driverOf(deps, subject.personId) : null;
  return id === null ? [] : [driverMark(id)];
}
