// Reads settlements, what they rest on and how far they have come.
import { nextDate } from "../kernel/local-date.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import { settlementKeys } from "./keys.ts";
import { noAccount, type PayeeAccount } from "./payee-account.ts";
import type { PaymentFile, QueuedPayment } from "./payment-file.ts";
import {
  type Adjustment,
  MAX_ADJUSTMENTS,
  type Settlement,
  type SettlementState,
  UNSETTLED,
} from "./settlement.ts";
import type { TermsEdition } from "./settlement-terms.ts";

/** Most editions of a holder's terms: more than a change a month for as long as books are kept. */
export const MAX_TERMS_EDITIONS = 100;

/** Settlements that are listed of a holder: a year of weeks. */
export const MAX_LISTED_SETTLEMENTS = 53;

/** Files that are listed: a year of weeks. */
export const MAX_LISTED_FILES = 53;

/** Reads them. */
export class SettlementStore {
  readonly #db: Pick<Database, "read">;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
  }

  /** How far a holder is settled. */
  async state(holder: HolderId): Promise<SettlementState> {
    const { value } = await readEntry(this.#db.read, settlementKeys.settlementState(holder));
    return value ?? UNSETTLED;
  }

  /** The terms of a holder, approved or not, by the day they begin. */
  async terms(holder: HolderId): Promise<TermsEdition[]> {
    const prefix = settlementKeys.settlementTerms.under(holder);
    const entries = await readList(this.#db.read, { prefix }, MAX_TERMS_EDITIONS, true);
    return entries.map(({ value }) => value).reverse();
  }

  /** What counts on some days, local and both inclusive, by day; one more than a settlement takes where there are. */
  async adjustments(holder: HolderId, from: string, until: string): Promise<Adjustment[]> {
    const start = settlementKeys.settlementAdjustment.under(holder, from);
    const end = settlementKeys.settlementAdjustment.under(holder, nextDate(until, 1));
    const entries = await readList(this.#db.read, { start, end }, MAX_ADJUSTMENTS + 1);
    return entries.map(({ value }) => value);
  }

  /** Where a holder is paid. */
  async account(holder: HolderId): Promise<PayeeAccount> {
    const { value } = await readEntry(this.#db.read, settlementKeys.payeeAccount(holder));
    return value ?? noAccount(holder);
  }

  /** Settlements that wait to be paid, the longest first. */
  async queue(): Promise<QueuedPayment[]> {
    return (await readEntry(this.#db.read, settlementKeys.paymentQueue())).value?.payments ?? [];
  }

  /** The latest files, the newest first. */
  async files(): Promise<PaymentFile[]> {
    const { prefix } = settlementKeys.paymentFile;
    const entries = await readList(this.#db.read, { prefix }, MAX_LISTED_FILES, true);
    return entries.map(({ value }) => value);
  }

  /** One file, or null. */
  async file(id: string): Promise<PaymentFile | null> {
    return (await readEntry(this.#db.read, settlementKeys.paymentFile(id))).value;
  }

  /** One settlement, or null. */
  async get(holder: HolderId, number: number): Promise<Settlement | null> {
    return (await readEntry(this.#db.read, settlementKeys.settlement(holder, number))).value;
  }

  /** The latest settlements of a holder, the newest first. */
  async latest(holder: HolderId): Promise<Settlement[]> {
    const prefix = settlementKeys.settlement.under(holder);
    const entries = await readList(this.#db.read, { prefix }, MAX_LISTED_SETTLEMENTS, true);
    return entries.map(({ value }) => value);
  }
}
