// Reads sales and vouchers. They are written by the books alone (open-books.ts).
import { MAX_DRIVERS } from "../fleet/fleet-limits.ts";
import { type HolderId, holderId } from "../fleet/vehicle.ts";
import type { Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry, readIfReadable, readList } from "../kv/read.ts";
import { bookkeepingKeys } from "./keys.ts";
import type { DocumentSeries, PostedBooking, Sale, SaleRef } from "./sale.ts";
import type { Voucher } from "./voucher.ts";

/** Rows read at once when a period is read; others get their turn in between. */
export const ROWS_PER_PAGE = 500;

/** Most legal entities with books: the company, and as many holders as a fleet has. */
export const MAX_ENTITIES = MAX_DRIVERS + 1;

/** Days of one entity, local, both inclusive. */
export interface Period {
  entityId: HolderId;
  from: string;
  until: string;
}

/** Reads the ledger. */
export class LedgerStore {
  readonly #db: Pick<Database, "read">;

  constructor(db: Pick<Database, "read">) {
    this.#db = db;
  }

  /** What is booked of a booking, or null. */
  async posted(bookingId: string): Promise<PostedBooking | null> {
    return (await readEntry(this.#db.read, bookkeepingKeys.bookingPosted(bookingId))).value;
  }

  /** The last day of an entity, local, on which nothing is booked any more; "" while there is none. */
  async closedThrough(entity: HolderId): Promise<string> {
    const { value } = await readIfReadable(this.#db.read, bookkeepingKeys.documentSeries(entity));
    return value?.closedThrough ?? "";
  }

  /** True once a document was given in an entity's name. */
  async hasSold(entity: HolderId): Promise<boolean> {
    const { value } = await readIfReadable(this.#db.read, bookkeepingKeys.documentSeries(entity));
    return value?.next["document F"] !== undefined;
  }

  /** Everybody in whose books something stands, by id. */
  async withBooks(): Promise<ReadonlySet<HolderId>> {
    const { prefix } = bookkeepingKeys.documentSeries;
    const rows = await readList(this.#db.read, { prefix }, MAX_ENTITIES);
    return new Set(rows.map(({ key }) => holderId(String(key[1]))));
  }

  /** The sales of a booking, newest last. */
  async salesOf(bookingId: string): Promise<Sale[]> {
    return await this.sales((await this.posted(bookingId))?.sales ?? []);
  }

  /** Some sales, in their order. */
  async sales(refs: readonly SaleRef[]): Promise<Sale[]> {
    const keys = refs.map(({ entityId, date, id }) => bookkeepingKeys.sale(entityId, date, id));
    return (await readEntries(this.#db.read, keys)).flatMap(({ value }) => value ?? []);
  }

  /** The sale with a document, or null. */
  async byDocument(entity: HolderId, series: DocumentSeries, number: number): Promise<Sale | null> {
    const key = bookkeepingKeys.saleDocument(entity, series, number);
    const { value } = await readEntry(this.#db.read, key);
    return value === null ? null : (await this.sales([value]))[0] ?? null;
  }

  /** The sales of some days, within each by the millisecond they were booked in; a page at a time. */
  salesBetween(period: Period): AsyncGenerator<Sale> {
    return this.#between(bookkeepingKeys.sale, period);
  }

  /** The vouchers of some days, by day, series and number; a page at a time. */
  vouchersBetween(period: Period): AsyncGenerator<Voucher> {
    return this.#between(bookkeepingKeys.voucher, period);
  }

  async *#between<Row>(
    family: DatedFamily<Row>,
    { entityId, from, until }: Period,
  ): AsyncGenerator<Row> {
    const end = [...family.under(entityId, until), LAST_IN_DAY];
    let start = family.under(entityId, from);
    while (true) {
      const rows = await readList(this.#db.read, { start, end }, ROWS_PER_PAGE);
      for (const { value } of rows) yield value;
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_PER_PAGE) return;
      start = family.keyOf([...last.key, ""]);
    }
  }
}

/** A family whose keys begin with an entity and a day. */
interface DatedFamily<Row> {
  under(entity: HolderId, date?: string): Key<Row>;
  keyOf(key: Deno.KvKey): Key<Row>;
}

/** Behind every text that stands after a day in a key. */
const LAST_IN_DAY = "\uffff";
