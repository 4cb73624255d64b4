// Use cases: terms of a holder are written, approved by a second person, and given up.
import type { HolderId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { Database } from "../kv/open.ts";
import { changeHolder } from "./change-holder.ts";
import { settlementKeys } from "./keys.ts";
import type { SettlementRefusal, SettlementState } from "./settlement.ts";
import type { SettlementStore } from "./settlement-store.ts";
import {
  type SettlementTerms,
  settlementTermsSchema,
  type TermsEdition,
} from "./settlement-terms.ts";

/** What changing terms needs. */
export interface EditTermsDeps {
  db: Database;
  clock: Clock;
  settlements: Pick<SettlementStore, "terms">;
}

/** Whose terms from which day, who changes them, and the revision they saw; 0 where there were none. */
export interface EditTermsInput {
  holderId: HolderId;
  from: string;
  by: string;
  revision: number;
}

/** Writes terms, or writes those anew that nobody has approved. Throws ZodError when they are none. */
export async function writeTerms(
  deps: EditTermsDeps,
  input: EditTermsInput,
  terms: SettlementTerms,
): Promise<SettlementRefusal | null> {
  const checked = settlementTermsSchema.parse(terms);
  const { holderId, from, by, revision } = input;
  return await changeHolder(deps.db, holderId, async (tx, state) => {
    const editions = await deps.settlements.terms(holderId);
    const before = editions.find((one) => one.from === from) ?? null;
    if (before !== null && before.approvedBy !== null) return "day-taken";
    if ((before?.revision ?? 0) !== revision) return "changed";
    const refusal = beginsTooEarly(deps.clock, { editions, state, from });
    if (refusal !== null) return refusal;
    const authors = [...new Set([...before?.authors ?? [], by])];
    tx.set(settlementKeys.settlementTerms(holderId, from), {
      ...{ holderId, from, revision: revision + 1, terms: checked, authors, approvedBy: null },
    });
    return state;
  });
}

/** A second person approves terms as they were looked at. */
export async function approveTerms(
  deps: EditTermsDeps,
  { holderId, from, by, revision }: EditTermsInput,
): Promise<SettlementRefusal | null> {
  return await changeHolder(deps.db, holderId, async (tx, state) => {
    const editions = await deps.settlements.terms(holderId);
    const before = editions.find((one) => one.from === from);
    if (before === undefined) return "nothing-there";
    if (before.revision !== revision || before.approvedBy !== null) return "changed";
    if (before.authors.includes(by)) return "author";
    const refusal = beginsTooEarly(deps.clock, { editions, state, from });
    if (refusal !== null) return refusal;
    tx.set(settlementKeys.settlementTerms(holderId, from), { ...before, approvedBy: by });
    return state;
  });
}

/** Gives terms up that nobody has approved: what two people decided is not undone by one, but by terms from a later day. */
export async function discardTerms(
  deps: EditTermsDeps,
  { holderId, from, revision }: Omit<EditTermsInput, "by">,
): Promise<SettlementRefusal | null> {
  return await changeHolder(deps.db, holderId, async (tx, state) => {
    const before = (await deps.settlements.terms(holderId)).find((one) => one.from === from);
    if (before === undefined) return "nothing-there";
    if (before.revision !== revision) return "changed";
    if (before.approvedBy !== null) return "day-taken";
    tx.delete(settlementKeys.settlementTerms(holderId, from));
    return state;
  });
}

/** Only the first terms may be for days that are over, and none for days that are settled. */
function beginsTooEarly(
  clock: Clock,
  { editions, state, from }: {
    editions: readonly TermsEdition[];
    state: SettlementState;
    from: string;
  },
): SettlementRefusal | null {
  if (from <= state.lockedThrough) return "settled";
  const areFirst = editions.every(({ approvedBy }) => approvedBy === null);
  return areFirst || from > localDate(clock.now()) ? null : "day-gone";
}
