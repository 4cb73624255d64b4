// Payments in the database: the row, what it is found by, and what the feed tells of it are one commit.
import { DomainError } from "../errors/domain-error.ts";
import { invariant } from "../kernel/invariant.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { paymentKeys } from "./keys.ts";
import type { Payment, PaymentChange, PaymentId, ProviderIds } from "./payment.ts";
import { paymentChanged, toldOf } from "./payment-feed.ts";
import { evolvePayment, isTold } from "./payment-rules.ts";

/** Most payments of one booking: each is a try in a way of its own, and a price that was changed. */
export const MAX_PAYMENTS_OF_BOOKING = 20;

/** Most payments that are listed at once. */
export const MAX_LISTED = 100;

/** A payment with what a change of it checks. */
export interface StoredPayment {
  payment: Payment;
  versionstamp: string;
}

/** Reads them. */
export class PaymentStore {
  readonly #db: Pick<Database, "read" | "write">;

  constructor({ db }: { db: Pick<Database, "read" | "write"> }) {
    this.#db = db;
  }

  /** One as it is now, or null. */
  async get(id: PaymentId): Promise<StoredPayment | null> {
    const { value, versionstamp } = await readEntry(this.#db.write, paymentKeys.payment(id));
    return value === null ? null : { payment: value, versionstamp };
  }

  /** The newest of a booking, the newest of them last. */
  async ofBooking(bookingId: string): Promise<Payment[]> {
    return (await this.storedOfBooking(bookingId)).map(({ payment }) => payment);
  }

  /** The same with what a change of them checks. */
  async storedOfBooking(bookingId: string): Promise<StoredPayment[]> {
    const rows = await readList(
      this.#db.write,
      { prefix: paymentKeys.paymentByBooking.under(bookingId) },
      MAX_PAYMENTS_OF_BOOKING,
      true,
    );
    const keys = rows.map(({ value }) => paymentKeys.payment(value));
    const found = await readEntries(this.#db.write, keys);
    return found.flatMap(({ value: payment, versionstamp }) =>
      payment === null ? [] : { payment, versionstamp }
    ).reverse();
  }

  /** All of them, the oldest first, MAX_LISTED at most; continues behind the given one. */
  async list(wanted: number, after: PaymentId | null): Promise<Payment[]> {
    const { prefix } = paymentKeys.payment;
    const selector = after === null
      ? { prefix }
      : { prefix, start: [...paymentKeys.payment(after), ""] };
    const limit = Math.min(wanted, MAX_LISTED);
    return (await readList(this.#db.write, selector, limit)).map(({ value }) => value);
  }

  /** The one to which something of the provider's belongs, or null. */
  async idByProvider(providerId: string): Promise<PaymentId | null> {
    return (await readEntry(this.#db.read, paymentKeys.paymentByIntent(providerId))).value;
  }
}

/** A new payment joins a commit. Its id is new, so that nothing needs to be checked. */
export function addPayment(tx: Transaction, payment: Payment): void {
  const { id, bookingId, method, limitOre, openedAt: at } = payment;
  tx.add(paymentKeys.payment(id), payment);
  tx.add(paymentKeys.paymentByBooking(bookingId, id), id);
  tx.append(paymentChanged, toldOf(payment, { at, type: "opened", method, limitOre }));
}

/**
 * Makes room for another among those of a booking: of a full list the oldest that took nothing, and cannot any more, is
 * listed no longer. What was taken always is. Throws DomainError("busy") while each may still be paid.
 */
export function makeRoom(tx: Transaction, listed: readonly Payment[]): void {
  if (listed.length < MAX_PAYMENTS_OF_BOOKING) return;
  const over = listed.find(({ status }) => status === "voided");
  if (over === undefined) throw new DomainError("busy");
  tx.delete(paymentKeys.paymentByBooking(over.bookingId, over.id));
}

/** The commit stands on the payment as it was read. */
export function checkPayment(tx: Transaction, { payment: { id }, versionstamp }: StoredPayment) {
  tx.check(paymentKeys.payment(id), versionstamp);
}

/** What happens to a payment joins a commit that checks its row; the payment after it. */
export function writePayment(
  tx: Transaction,
  { payment: before, versionstamp }: StoredPayment,
  changes: readonly PaymentChange[],
): Payment {
  invariant(changes.length > 0, "Nothing happens to a payment in a commit");
  const key = paymentKeys.payment(before.id);
  const after = changes.reduce((payment, change) => {
    const next = evolvePayment(payment, change);
    if (isTold(change)) tx.append(paymentChanged, toldOf(next, change));
    return next;
  }, before);
  tx.check(key, versionstamp).set(key, after);
  for (const id of newNames(before, after)) tx.set(paymentKeys.paymentByIntent(id), before.id);
  return after;
}

/** A payment whose bookkeeping is over goes, with what it is found by. */
export function deletePayment(tx: Transaction, { id, bookingId, provider }: Payment): void {
  tx.delete(paymentKeys.payment(id)).delete(paymentKeys.paymentByBooking(bookingId, id));
  for (const name of namesOf(provider)) tx.delete(paymentKeys.paymentByIntent(name));
}

/** What belongs to the payment and to no other; a customer's saved card may serve several. */
const ITS_OWN = ["intentId", "setupIntentId", "sessionId", "chargeId"] as const;

function newNames(before: Payment, after: Payment): string[] {
  const known = new Set(namesOf(before.provider));
  return namesOf(after.provider).filter((id) => !known.has(id));
}

function namesOf(provider: ProviderIds): string[] {
  return ITS_OWN.flatMap((name) => provider[name] ?? []);
}
