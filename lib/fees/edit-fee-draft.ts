// Use cases: a draft of the fees is begun for a day, edited, given up, approved by a second person, and taken back.
import type { Clock } from "../kernel/clock.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readTogether } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { FeeDraft, FeeRefusal } from "./fee-draft.ts";
import type { FeeEditionStore } from "./fee-edition-store.ts";
import { type FeeEdition, type FeeMatrix, feeMatrixSchema } from "./fee-matrix.ts";
import { feeKeys } from "./keys.ts";

/** What changing fees needs. */
export interface FeeDraftDeps {
  db: Database;
  clock: Clock;
  feeEditions: Pick<FeeEditionStore, "onDay">;
}

/** Who changes the draft of which day, as they saw it. */
export interface FeeDraftInput {
  bookedFrom: string;
  /** Id of the person. */
  by: string;
  revision: number;
}

/** Begins a draft with the fees that would be in force on that day; null when it was. */
export async function beginFeeDraft(
  deps: FeeDraftDeps,
  { bookedFrom, by }: Pick<FeeDraftInput, "bookedFrom" | "by">,
): Promise<FeeRefusal | null> {
  return await change(deps, bookedFrom, async (tx, { draft, edition }) => {
    if (draft !== null || edition !== null) return "day-taken";
    const { matrix } = await deps.feeEditions.onDay(bookedFrom);
    tx.set(feeKeys.feeDraft(bookedFrom), { bookedFrom, revision: 1, matrix, authors: [by] });
    return null;
  });
}

/** Saves what an edit made of a draft. Throws ZodError when it is no matrix. */
export async function saveFeeDraft(
  deps: FeeDraftDeps,
  { bookedFrom, by, revision }: FeeDraftInput,
  matrix: FeeMatrix,
): Promise<FeeRefusal | null> {
  const checked = feeMatrixSchema.parse(matrix);
  return await change(deps, bookedFrom, (tx, { draft }) => {
    const refusal = refusalOf(draft, revision);
    if (refusal !== null || draft === null) return Promise.resolve(refusal);
    const authors = [...new Set([...draft.authors, by])];
    const next = { ...draft, revision: revision + 1, matrix: checked, authors };
    tx.set(feeKeys.feeDraft(bookedFrom), next);
    return Promise.resolve(null);
  });
}

/** Gives a draft up. */
export async function discardFeeDraft(
  deps: FeeDraftDeps,
  { bookedFrom, revision }: Omit<FeeDraftInput, "by">,
): Promise<FeeRefusal | null> {
  return await change(deps, bookedFrom, (tx, { draft }) => {
    const refusal = refusalOf(draft, revision);
    if (refusal === null) tx.delete(feeKeys.feeDraft(bookedFrom));
    return Promise.resolve(refusal);
  }, { isAnyDay: true });
}

/** A second person approves a draft as it was looked at: from its day on it is in force. */
export async function approveFeeDraft(
  deps: FeeDraftDeps,
  { bookedFrom, by, revision }: FeeDraftInput,
): Promise<FeeRefusal | null> {
  return await change(deps, bookedFrom, (tx, { draft, edition }) => {
    const refusal = refusalOf(draft, revision);
    if (refusal !== null || draft === null) return Promise.resolve(refusal);
    if (draft.authors.includes(by)) return Promise.resolve("author");
    if (edition !== null) return Promise.resolve("day-taken");
    const { matrix } = draft;
    tx.delete(feeKeys.feeDraft(bookedFrom));
    tx.set(feeKeys.feeEdition(bookedFrom), { bookedFrom, matrix });
    return Promise.resolve(null);
  });
}

/** Takes an edition back that nobody has bought under yet; it is a draft again, with whoever did so as its author. */
export async function withdrawFeeEdition(
  deps: FeeDraftDeps,
  { bookedFrom, by }: Pick<FeeDraftInput, "bookedFrom" | "by">,
): Promise<FeeRefusal | null> {
  return await change(deps, bookedFrom, (tx, { draft, edition }) => {
    if (edition === null) return Promise.resolve("nothing-there");
    if (draft !== null) return Promise.resolve("day-taken");
    const { matrix } = edition;
    tx.delete(feeKeys.feeEdition(bookedFrom));
    tx.set(feeKeys.feeDraft(bookedFrom), { bookedFrom, revision: 1, matrix, authors: [by] });
    return Promise.resolve(null);
  });
}

/** Changes the rows of a day that has not begun, both checked: of two who approve or edit at once one is refused. */
async function change(
  { db, clock }: Pick<FeeDraftDeps, "db" | "clock">,
  bookedFrom: string,
  decide: (
    tx: Transaction,
    rows: { draft: FeeDraft | null; edition: FeeEdition | null },
  ) => Promise<FeeRefusal | null>,
  { isAnyDay = false }: { isAnyDay?: boolean } = {},
): Promise<FeeRefusal | null> {
  const keys = [feeKeys.feeDraft(bookedFrom), feeKeys.feeEdition(bookedFrom)] as const;
  const { value } = await commitWithRetry<FeeRefusal | null>(db, async (tx) => {
    const isOver = !isAnyDay && bookedFrom <= localDate(clock.now());
    if (isOver) return new Unwritten<FeeRefusal>("day-gone");
    const [draft, edition] = await readTogether(db.write, keys);
    tx.check(keys[0], draft.versionstamp).check(keys[1], edition.versionstamp);
    const refusal = await decide(tx, { draft: draft.value, edition: edition.value });
    return refusal === null ? null : new Unwritten(refusal);
  });
  return value;
}

function refusalOf(draft: FeeDraft | null, revision: number): FeeRefusal | null {
  if (draft === null) return "nothing-there";
  return draft.revision === revision ? null : "changed";
}
