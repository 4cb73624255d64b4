// Use cases: a payment of a file did not come about, says one person; another confirms it, and it waits for the next file.
import type { HolderId } from "../fleet/vehicle.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { settlementKeys } from "./keys.ts";
import { MAX_QUEUED_PAYMENTS, type PaymentFile, type PaymentFileRefusal } from "./payment-file.ts";

/** Which payment of which file, and who says so. */
export interface ReturnInput {
  fileId: string;
  holderId: HolderId;
  number: number;
  by: string;
}

/** Says that the bank did not carry a payment out. */
export async function askReturn(
  { db }: { db: Database },
  { fileId, holderId, number, by }: ReturnInput,
): Promise<PaymentFileRefusal | null> {
  return await changeFile(db, fileId, (file) => {
    const isThere = file.payments.some(isOf({ holderId, number }));
    if (!isThere || file.returns.some(isOf({ holderId, number }))) {
      return Promise.resolve("nothing-there");
    }
    const said = { holderId, number, askedBy: by, confirmedBy: null };
    return Promise.resolve({ ...file, returns: [...file.returns, said] });
  });
}

/** A second person says so too: the payment waits again, for the account that is approved by then. */
export async function confirmReturn(
  { db }: { db: Database },
  { fileId, holderId, number, by }: ReturnInput,
): Promise<PaymentFileRefusal | null> {
  return await changeFile(db, fileId, async (file, tx) => {
    const said = file.returns.find(isOf({ holderId, number }));
    const payment = file.payments.find(isOf({ holderId, number }));
    if (said === undefined || said.confirmedBy !== null || payment === undefined) {
      return "nothing-there";
    }
    if (said.askedBy === by) return "author";
    const key = settlementKeys.paymentQueue();
    const { value, versionstamp } = await readEntry(db.write, key);
    const { amountOre } = payment;
    const payments = [...value?.payments ?? [], { holderId, number, amountOre }];
    if (payments.length > MAX_QUEUED_PAYMENTS) return "queue-full";
    tx.check(key, versionstamp).set(key, { payments });
    const others = file.returns.filter((one) => one !== said);
    return { ...file, returns: [...others, { ...said, confirmedBy: by }] };
  });
}

async function changeFile(
  db: Database,
  id: string,
  decide: (file: PaymentFile, tx: Transaction) => Promise<PaymentFile | PaymentFileRefusal>,
): Promise<PaymentFileRefusal | null> {
  const key = settlementKeys.paymentFile(id);
  const { value } = await commitWithRetry<PaymentFileRefusal | null>(db, async (tx) => {
    const { value: file, versionstamp } = await readEntry(db.write, key);
    const next = file === null ? "nothing-there" : await decide(file, tx);
    if (typeof next === "string") return new Unwritten<PaymentFileRefusal>(next);
    tx.check(key, versionstamp).set(key, next);
    return null;
  });
  return value;
}

function isOf(wanted: { holderId: HolderId; number: number }) {
  return (one: { holderId: HolderId; number: number }) =>
    one.holderId === wanted.holderId && one.number === wanted.number;
}
