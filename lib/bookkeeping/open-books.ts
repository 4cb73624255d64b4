// The books while something is entered: what was read once is kept until all of it is written in one commit. Only the reader of the
// feed enters anything, and its cursor is checked in that commit: of two processes one writes, so numbers have no gap and no double.
import type { HolderId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { localDate } from "../kernel/wall-time.ts";
import { invariant } from "../kernel/invariant.ts";
import type { Key } from "../kv/family.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { type BookNote, type NoteId, vouchersOfNote } from "./book-note.ts";
import { bookedOn, EMPTY_BOOKS, type EntityBooks, nextNumber } from "./entity-books.ts";
import { archiveDocumentsJob } from "./documents/archive-documents.ts";
import { UNDONE_BY_MS } from "./documents/document-rules.ts";
import type { Invoice } from "./invoices/invoice.ts";
import { bookkeepingKeys } from "./keys.ts";
import { vouchersOfSale } from "./posting-rules.ts";
import {
  type PostedBooking,
  type Sale,
  type SaleDraft,
  type SaleId,
  saleId,
  type SaleRef,
} from "./sale.ts";
import type { VoucherDraft } from "./voucher.ts";

/** What entering needs. */
export interface OpenBooksDeps {
  db: Pick<Database, "write">;
  clock: Clock;
  /** Sales get their documents by a job of the same commit. */
  jobs: JobQueue;
  randomBytes: RandomBytes;
}

/** Rows that were read or entered, by their keys, to be written once. */
class Rows {
  readonly #db: Pick<Database, "write">;
  readonly #known = new Map<string, unknown>();
  readonly #spoilt = new Set<string>();
  readonly #writes = new Map<string, (tx: Transaction) => void>();

  constructor(db: Pick<Database, "write">) {
    this.#db = db;
  }

  async get<Row>(key: Key<Row>): Promise<Row | null> {
    const name = key.join("\u0000");
    const known = this.#known.get(name);
    // What stands under a key is of its family, as in the database.
    if (this.#known.has(name)) return known as Row | null;
    const { value, versionstamp } = await readIfReadable(this.#db.write, key);
    if (value === null && versionstamp !== null) this.#spoilt.add(name);
    this.#known.set(name, value);
    return value;
  }

  /** True for a row that is there and that nobody can read. */
  async isSpoilt<Row>(key: Key<Row>): Promise<boolean> {
    await this.get(key);
    return this.#spoilt.has(key.join("\u0000"));
  }

  set<Row>(key: Key<Row>, row: NoInfer<Row>): void {
    const name = key.join("\u0000");
    this.#known.set(name, row);
    this.#writes.set(name, (tx) => tx.set(key, row));
  }

  /** A row whose number or id is new. */
  add<Row>(key: Key<Row>, row: NoInfer<Row>): void {
    const name = key.join("\u0000");
    this.#known.set(name, row);
    this.#writes.set(name, (tx) => tx.add(key, row));
  }

  get isEmpty(): boolean {
    return this.#writes.size === 0;
  }

  write(tx: Transaction): void {
    for (const write of this.#writes.values()) write(tx);
  }
}

/** A sale that was entered. */
export interface SoldInBooks {
  sale: Sale;
  /** The last day, local, that one of its vouchers is booked on. */
  through: string;
}

const NOTHING_POSTED: PostedBooking = {
  ...{ version: 0, sales: [], standing: null, payments: [], keptFor: "" },
};

/** The books, opened for one commit. */
export class OpenBooks {
  readonly #deps: OpenBooksDeps;
  readonly #rows: Rows;
  readonly #sold: { sale: SaleRef; at: string }[] = [];

  constructor(deps: OpenBooksDeps) {
    this.#deps = deps;
    this.#rows = new Rows(deps.db);
  }

  /** True while nothing was entered. */
  get isEmpty(): boolean {
    return this.#rows.isEmpty;
  }

  /** Adds everything that was entered to a commit. */
  write(tx: Transaction): void {
    this.#rows.write(tx);
    const nowMs = this.#deps.clock.now().epochMilliseconds;
    for (const { sale, at } of this.#sold) {
      // Nobody is sent what may still be undone. A job each: one that cannot be drawn is in nobody's way.
      const dueMs = Math.max(nowMs, Date.parse(at) + UNDONE_BY_MS);
      this.#deps.jobs.add(tx, archiveDocumentsJob, { sales: [sale] }, dueMs);
    }
  }

  /** What is booked of a booking; null when nobody can say: then nothing more of it is. */
  async posted(bookingId: string): Promise<PostedBooking | null> {
    const key = bookkeepingKeys.bookingPosted(bookingId);
    if (await this.#rows.isSpoilt(key)) return null;
    return await this.#rows.get(key) ?? NOTHING_POSTED;
  }

  /** Writes down what is booked of a booking. */
  setPosted(bookingId: string, posted: PostedBooking): void {
    this.#rows.set(bookkeepingKeys.bookingPosted(bookingId), posted);
  }

  /** An invoice, or null. */
  async invoice(id: SaleId): Promise<Invoice | null> {
    return await this.#rows.get(bookkeepingKeys.invoice(id));
  }

  /** Enters the vouchers of a note and answers with it; null when it is entered already. */
  async postNote(id: NoteId): Promise<BookNote | null> {
    const key = bookkeepingKeys.bookNote(id);
    const note = await this.#rows.get(key);
    if (note === null || note.isPosted) return null;
    const { fact, at } = note;
    let { keptFor } = note;
    for (const voucher of vouchersOfNote(note)) {
      keptFor = later(keptFor, await this.post(voucher, at));
    }
    if (fact.type === "day-closed") await this.#close(fact.entityId, fact.date);
    this.#rows.set(key, { ...note, keptFor, isPosted: true });
    return note;
  }

  /** Sales of a booking, in their order. */
  async sales(refs: readonly SaleRef[]): Promise<Sale[]> {
    const sales: Sale[] = [];
    for (const { entityId, date, id } of refs) {
      const sale = await this.#rows.get(bookkeepingKeys.sale(entityId, date, id));
      if (sale !== null) sales.push(sale);
    }
    return sales;
  }

  /** Enters a sale: it gets its day, the next number of its series, and its vouchers. */
  async sell(draft: SaleDraft): Promise<SoldInBooks> {
    const { entityId } = draft;
    const id = saleId(ulid(this.#deps.clock.now().epochMilliseconds, this.#deps.randomBytes));
    const date = bookedOn(await this.#books(entityId), draft.at);
    const series = draft.credits === null ? "F" : "K";
    const number = await this.#next(entityId, `document ${series}`);
    const sale: Sale = { ...draft, id, date, document: { series, number } };
    this.#rows.add(bookkeepingKeys.sale(entityId, date, id), sale);
    this.#rows.add(bookkeepingKeys.saleDocument(entityId, series, number), { entityId, date, id });
    this.#sold.push({ sale: { entityId, date, id }, at: draft.at });
    let through = date;
    for (const voucher of vouchersOfSale(id, draft)) {
      through = later(through, await this.post(voucher, draft.at));
    }
    return { sale, through };
  }

  /** Enters a voucher for what happened at an instant; the day it is booked on, "" for one without entries. */
  async post(draft: VoucherDraft, at: string): Promise<string> {
    if (draft.entries.length === 0) return "";
    const { entityId, series } = draft;
    const date = bookedOn(await this.#books(entityId), at);
    const number = await this.#next(entityId, `voucher ${series}`);
    const postedAt = this.#deps.clock.now().toString();
    const key = bookkeepingKeys.voucher(entityId, date, series, number);
    const happenedOn = localDate(Temporal.Instant.from(at));
    this.#rows.add(key, { ...draft, date, happenedOn, number, postedAt });
    return date;
  }

  async #books(entity: HolderId): Promise<EntityBooks> {
    const key = bookkeepingKeys.documentSeries(entity);
    // Numbers that begin anew would be given twice: better none until somebody has looked.
    invariant(!await this.#rows.isSpoilt(key), `The series of ${entity} cannot be read`);
    return await this.#rows.get(key) ?? EMPTY_BOOKS;
  }

  async #close(entity: HolderId, date: string): Promise<void> {
    const books = await this.#books(entity);
    if (date <= books.closedThrough) return;
    this.#rows.set(bookkeepingKeys.documentSeries(entity), { ...books, closedThrough: date });
  }

  async #next(entity: HolderId, series: Parameters<typeof nextNumber>[1]): Promise<number> {
    const { number, books } = nextNumber(await this.#books(entity), series);
    this.#rows.set(bookkeepingKeys.documentSeries(entity), books);
    return number;
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
