// Who bookings are invoiced to, and what one buyer may still owe.
import { reachMark } from "../accounts/reach-mark.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { BookedBuyer, InvoiceBuyer } from "./buyer.ts";
import { BUYER_KEPT_MS, invoicingKeys } from "./keys.ts";

/** Most bookings of one buyer that wait for their money: the limit in kronor is far below them. */
const MAX_OPEN = 500;

/** What a buyer may still owe for, and how it was read. */
export interface OpenClaims {
  mark: string;
  bookingIds: readonly string[];
  versionstamp: string | null;
}

/** Reads and writes buyers. */
export class BuyerStore {
  readonly #db: Pick<Database, "read" | "write">;
  readonly #reachKey: CryptoKey;

  constructor({ db, reachKey }: { db: Pick<Database, "read" | "write">; reachKey: CryptoKey }) {
    this.#db = db;
    this.#reachKey = reachKey;
  }

  /** The buyer of a booking, or null. */
  async of(bookingId: string): Promise<BookedBuyer | null> {
    return (await readEntry(this.#db.read, invoicingKeys.bookedBuyer(bookingId))).value;
  }

  /** The buyers of some bookings, in their order. */
  async ofAll(bookingIds: readonly string[]): Promise<(BookedBuyer | null)[]> {
    const keys = bookingIds.map((id) => invoicingKeys.bookedBuyer(id));
    return (await readEntries(this.#db.read, keys)).map(({ value }) => value);
  }

  /** The mark of a buyer: firms by their number, people by name and address. */
  async markOf(buyer: InvoiceBuyer): Promise<string> {
    const { kind, organisationNumber, name, street, postcode } = buyer;
    const known = kind === "firm" ? organisationNumber : `${name}/${street}/${postcode}`;
    return await reachMark(this.#reachKey, "buyer", `${kind}/${known}`);
  }

  /** Bookings that a buyer may still owe for, to be looked at in the commit that adds another. */
  async claimsOf(buyer: InvoiceBuyer): Promise<OpenClaims> {
    const mark = await this.markOf(buyer);
    const key = invoicingKeys.buyerClaims(mark);
    const { value, versionstamp } = await readEntry(this.#db.write, key);
    return { mark, bookingIds: value?.bookingIds ?? [], versionstamp };
  }

  /** Adds a booking and its buyer to a commit, which counts only while the claims are as they were read. */
  add(
    tx: Transaction,
    { mark, bookingIds, versionstamp }: OpenClaims,
    { bookingId, buyer, pickupMs, at }: {
      bookingId: string;
      buyer: InvoiceBuyer;
      pickupMs: number;
      at: string;
    },
  ): void {
    const key = invoicingKeys.buyerClaims(mark);
    const after = [...bookingIds.filter((id) => id !== bookingId), bookingId].slice(-MAX_OPEN);
    tx.check(key, versionstamp).set(key, { bookingIds: after, changedAt: at });
    const until = new Date(pickupMs + BUYER_KEPT_MS).toISOString();
    tx.set(invoicingKeys.bookedBuyer(bookingId), { bookingId, until, mark, buyer });
  }

  /** Takes bookings that are paid from what a buyer owes, in the commit that says so. */
  async free(tx: Transaction, mark: string, bookingIds: readonly string[]): Promise<void> {
    const key = invoicingKeys.buyerClaims(mark);
    const { value, versionstamp } = await readEntry(this.#db.write, key);
    if (value === null) return;
    const paid = new Set(bookingIds);
    const left = value.bookingIds.filter((id) => !paid.has(id));
    tx.check(key, versionstamp);
    if (left.length === 0) tx.delete(key);
    else tx.set(key, { ...value, bookingIds: left });
  }
}
