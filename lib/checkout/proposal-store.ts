// What people want to give back, in the database.
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { checkoutKeys } from "./keys.ts";
import type { RefundProposal } from "./refund-proposal.ts";

/** Most of one booking. */
export const MAX_OF_BOOKING = 100;
/** Most that wait and are listed at once. */
export const MAX_WAITING = 200;

/** Reads them. */
export class ProposalStore {
  readonly #db: Pick<Database, "read" | "write">;

  constructor({ db }: { db: Pick<Database, "read" | "write"> }) {
    this.#db = db;
  }

  /** One as it is now, with what a change of it checks. */
  async get(bookingId: string, id: string) {
    return await readEntry(this.#db.write, checkoutKeys.refundProposal(bookingId, id));
  }

  /** Those of a booking, oldest first. */
  async ofBooking(bookingId: string): Promise<RefundProposal[]> {
    const prefix = checkoutKeys.refundProposal.under(bookingId);
    const rows = await readList(this.#db.write, { prefix }, MAX_OF_BOOKING);
    return rows.map(({ value }) => value);
  }

  /** Those that wait for a second person, oldest first. */
  async waiting(): Promise<RefundProposal[]> {
    const { prefix } = checkoutKeys.waitingProposal;
    const rows = await readList(this.#db.read, { prefix }, MAX_WAITING);
    const keys = rows.map(({ key, value }) =>
      checkoutKeys.refundProposal(value, String(key.at(-1)))
    );
    return (await readEntries(this.#db.read, keys)).flatMap(({ value }) => value ?? []);
  }
}

/** One joins a commit, with what it is found by; `versionstamp` is of the row as it was read. */
export function writeProposal(
  tx: Transaction,
  versionstamp: string | null,
  proposal: RefundProposal,
): void {
  const { bookingId, id, state } = proposal;
  const key = checkoutKeys.refundProposal(bookingId, id);
  tx.check(key, versionstamp).set(key, proposal);
  const waiting = checkoutKeys.waitingProposal(id);
  if (state === "waiting") tx.set(waiting, bookingId);
  else tx.delete(waiting);
}
