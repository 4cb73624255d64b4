// Use case: a file that pays the settlements that wait. Each is in one file: what it takes leaves the queue in the same commit.
import type { Company } from "../bookkeeping/legal-entity.ts";
import { sha256Of } from "../bookkeeping/documents/document-store.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { isLocalDate, nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry } from "../kv/read.ts";
import { settlementKeys } from "./keys.ts";
import {
  type FilePayment,
  MAX_FILE_PAYMENTS,
  MAX_PAY_AHEAD_DAYS,
  type PaymentFile,
  type PaymentFileRefusal,
  type QueuedPayment,
} from "./payment-file.ts";
import { paymentMessage } from "./payment-message.ts";

/** What making one needs. */
export interface MakeFileDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  company: Company;
  fleet: Pick<FleetStore, "all">;
  payerAccount: { iban: string; bic: string } | null;
}

/** A file was made, or why none was. */
export type MadeFile = { ok: true; id: string } | { ok: false; refusal: PaymentFileRefusal };

/** Makes a file for everybody who waits and has an approved account. */
export async function makePaymentFile(
  deps: MakeFileDeps,
  { payOn, by }: { payOn: string; by: string },
): Promise<MadeFile> {
  const { payerAccount, company } = deps;
  if (payerAccount === null) return { ok: false, refusal: "no-payer" };
  if (!isBankDay(payOn, localDate(deps.clock.now()))) return { ok: false, refusal: "no-bank-day" };
  const payer = {
    ...payerAccount,
    ...{ name: company.companyName, organisationNumber: company.companyNumber },
  };
  const key = settlementKeys.paymentQueue();
  const { value } = await commitWithRetry<MadeFile>(deps.db, async (tx) => {
    const { value: queue, versionstamp } = await readEntry(deps.db.write, key);
    const payments = await payable(deps, queue?.payments ?? []);
    if (payments.length === 0) {
      return new Unwritten<MadeFile>({ ok: false, refusal: "nothing-to-pay" });
    }
    const now = deps.clock.now();
    const facts = {
      ...{ id: ulid(now.epochMilliseconds, deps.randomBytes), madeAt: now.toString(), payOn },
      ...{ payer, payments, totalOre: sumOf(payments) },
    };
    const message = paymentMessage(facts);
    const file = { ...facts, message, madeBy: by, returns: [] };
    const sha256 = await sha256Of(bytesOf(file));
    const taken = new Set(payments.map(nameOf));
    const left = (queue?.payments ?? []).filter((one) => !taken.has(nameOf(one)));
    tx.check(key, versionstamp).set(key, { payments: left });
    tx.add(settlementKeys.paymentFile(file.id), { ...file, sha256 });
    return { ok: true, id: file.id };
  });
  return value;
}

/** The bytes of a file. */
export function bytesOf({ message }: Pick<PaymentFile, "message">): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(message);
}

/** Those that have an approved account, the longest waiting first. */
async function payable(
  { db, fleet }: Pick<MakeFileDeps, "db" | "fleet">,
  queued: readonly QueuedPayment[],
): Promise<FilePayment[]> {
  const { holders } = await fleet.all();
  const wanted = [...new Set(queued.map(({ holderId }) => holderId))];
  const rows = await readEntries(db.write, wanted.map((id) => settlementKeys.payeeAccount(id)));
  const accounts = new Map(
    rows.flatMap(({ value }) => value === null ? [] : [[value.holderId, value]]),
  );
  return queued.flatMap((one): FilePayment[] => {
    const { number: account = "" } = accounts.get(one.holderId) ?? {};
    const holder = holders.find(({ id }) => id === one.holderId);
    return account === "" || holder === undefined ? [] : [{ ...one, name: holder.name, account }];
  }).slice(0, MAX_FILE_PAYMENTS);
}

/** A day from today on that is no Saturday or Sunday; what the bank closes on besides, it moves by itself. */
function isBankDay(date: string, today: string): boolean {
  if (!isLocalDate(date) || date < today) return false;
  if (date > nextDate(today, MAX_PAY_AHEAD_DAYS)) return false;
  return Temporal.PlainDate.from(date).dayOfWeek <= 5;
}

function nameOf({ holderId, number }: QueuedPayment): string {
  return `${holderId} ${number}`;
}

function sumOf(payments: readonly QueuedPayment[]): number {
  return payments.reduce((sum, { amountOre }) => sum + amountOre, 0);
}
