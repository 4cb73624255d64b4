// The comparison with the provider's books for who keeps ours: its days, one of them, and one difference with both sides.
import type { OperatorSession } from "../accounts/session.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import { RequestError } from "../errors/request-error.ts";
import {
  beginDay,
  type BeginDeps,
  type BeginFault,
} from "../reconciliation/begin-reconciliation.ts";
import type { Difference } from "../reconciliation/difference.ts";
import {
  type NoteDeps,
  settleDifference,
  type SettleFault,
} from "../reconciliation/note-difference.ts";
import type { ReconciledDay } from "../reconciliation/reconciled-day.ts";
import { MAX_DAYS, type ReconciliationStore } from "../reconciliation/reconciliation-store.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the pages need. */
export interface ReconciliationPageDeps extends FramedDeps {
  reconciliation: ReconciliationStore;
  providerBooks: BeginDeps["providerBooks"];
  people: Pick<PersonStore, "get">;
}

/** The days, and what stands. */
export interface ReconciliationData extends Framed {
  days: readonly ReconciledDay[];
  open: readonly Difference[];
  /** False where nobody takes money for us: then there is nothing to compare. */
  hasProvider: boolean;
  handles: boolean;
  /** The day somebody asked for. */
  asked: string;
  fault: BeginFault | null;
}

/** A day. */
export interface ReconciledDayData extends Framed {
  day: ReconciledDay;
  differences: readonly Difference[];
}

/** One difference. */
export interface DifferenceData extends Framed {
  difference: Difference;
  /** Who settled it; "" where nobody did, or nobody knows any more. */
  settledBy: string;
  handles: boolean;
  note: string;
  fault: SettleFault | null;
}

/** Reads the days. */
export async function loadReconciliation(
  deps: ReconciliationPageDeps,
  operator: OperatorSession,
  more: Partial<Pick<ReconciliationData, "asked" | "fault">> = {},
): Promise<ReconciliationData> {
  const { reconciliation, providerBooks } = deps;
  const [frame, days, open] = await Promise.all([
    framed(deps, operator),
    reconciliation.days(MAX_DAYS),
    reconciliation.open(),
  ]);
  const handles = operator.rights.includes("close-books");
  return {
    ...{ ...frame, days, open, handles, hasProvider: providerBooks !== null },
    ...{ asked: "", fault: null, ...more },
  };
}

/** Reads a day. Throws RequestError("not-found"). */
export async function loadReconciledDay(
  deps: ReconciliationPageDeps,
  operator: OperatorSession,
  date: string,
): Promise<ReconciledDayData> {
  const [frame, { value: day }, differences] = await Promise.all([
    framed(deps, operator),
    deps.reconciliation.day(date),
    deps.reconciliation.ofDay(date),
  ]);
  if (day === null) throw new RequestError("not-found", {});
  return { ...frame, day, differences };
}

/** Reads one. Throws RequestError("not-found"). */
export async function loadDifference(
  deps: ReconciliationPageDeps,
  operator: OperatorSession,
  id: string,
  more: Partial<Pick<DifferenceData, "note" | "fault">> = {},
): Promise<DifferenceData> {
  const [frame, stored] = await Promise.all([
    framed(deps, operator),
    deps.reconciliation.get(id),
  ]);
  if (stored === null) throw new RequestError("not-found", {});
  const { difference } = stored;
  const { settledBy: by } = difference;
  const person = by === null ? null : await deps.people.get(by);
  return {
    ...{ ...frame, difference, settledBy: person?.person.name ?? "" },
    handles: operator.rights.includes("close-books") && difference.settledAt === null,
    ...{ note: "", fault: null, ...more },
  };
}

/** Compares the day of a form; null once it is begun. */
export async function compareFromForm(
  deps: BeginDeps,
  fields: ReadonlyMap<string, string>,
): Promise<Pick<ReconciliationData, "asked" | "fault"> | null> {
  const asked = fields.get("date") ?? "";
  const fault = await beginDay(deps, asked);
  return fault === null ? null : { asked, fault };
}

/** Settles a difference as a form says; null once it is. */
export async function settleFromForm(
  deps: NoteDeps,
  operator: OperatorSession,
  { id, fields }: { id: string; fields: ReadonlyMap<string, string> },
): Promise<Pick<DifferenceData, "note" | "fault"> | null> {
  const note = fields.get("note") ?? "";
  const fault = await settleDifference(deps, { id, by: operator.personId, note });
  return fault === null ? null : { note, fault };
}
