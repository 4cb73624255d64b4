// Use cases: another account for a permit holder is proposed, and approved by a second person: money led to a wrong account is gone.
import type { HolderId } from "../fleet/vehicle.ts";
import type { Database } from "../kv/open.ts";
import type { Transaction } from "../kv/transaction.ts";
import { readEntry } from "../kv/read.ts";
import { changeHolder } from "./change-holder.ts";
import { settlementKeys } from "./keys.ts";
import { noAccount, type PayeeAccount } from "./payee-account.ts";
import type { SettlementRefusal } from "./settlement.ts";

/** Whose account, who acts, and the revision they saw. */
export interface ChangeAccountInput {
  holderId: HolderId;
  by: string;
  revision: number;
}

/** Proposes an account whose number `readAccountNumber` gave; the approved one is paid to until it is approved. */
export async function proposePayeeAccount(
  deps: { db: Database },
  input: ChangeAccountInput & { number: string },
): Promise<SettlementRefusal | null> {
  const { number, by } = input;
  return await changeAccount(
    deps.db,
    input,
    (account) => Promise.resolve({ ...account, proposed: number, proposedBy: by }),
  );
}

/** A second person approves what is proposed, as they saw it. */
export async function approvePayeeAccount(
  deps: { db: Database },
  input: ChangeAccountInput,
): Promise<SettlementRefusal | null> {
  const { by } = input;
  return await changeAccount(deps.db, input, async (account, tx) => {
    const { proposed, proposedBy } = account;
    if (proposedBy === null) return "nothing-there";
    if (proposedBy === by) return "author";
    // A file that is made in this moment, and has read the account of before, is made anew.
    const key = settlementKeys.paymentQueue();
    const { value, versionstamp } = await readEntry(deps.db.write, key);
    tx.check(key, versionstamp).set(key, value ?? { payments: [] });
    return { ...account, number: proposed, approvedBy: by, proposed: "", proposedBy: null };
  });
}

/** Gives up what is proposed. */
export async function discardPayeeAccount(
  deps: { db: Database },
  input: Omit<ChangeAccountInput, "by">,
): Promise<SettlementRefusal | null> {
  return await changeAccount(
    deps.db,
    input,
    (account) =>
      Promise.resolve<PayeeAccount | SettlementRefusal>(
        account.proposedBy === null
          ? "nothing-there"
          : { ...account, proposed: "", proposedBy: null },
      ),
  );
}

async function changeAccount(
  db: Database,
  { holderId, revision }: Omit<ChangeAccountInput, "by">,
  decide: (
    account: PayeeAccount,
    tx: Transaction,
  ) => Promise<PayeeAccount | SettlementRefusal>,
): Promise<SettlementRefusal | null> {
  return await changeHolder(db, holderId, async (tx, state) => {
    const key = settlementKeys.payeeAccount(holderId);
    const account = (await readEntry(db.write, key)).value ?? noAccount(holderId);
    if (account.revision !== revision) return "changed";
    const next = await decide(account, tx);
    if (typeof next === "string") return next;
    tx.set(key, { ...next, revision: revision + 1 });
    return state;
  });
}
