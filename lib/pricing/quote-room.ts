// How much room quotes take that nobody has bought: of one network and of all together, so that nobody fills the disk by
// asking. When there is no more, the oldest give way. Pure; the store deletes them.
import { ulidMs } from "../kernel/ids.ts";
import { OldestFirst } from "../kernel/oldest-first.ts";
import { QUOTE_ROW_TTL_MS } from "./keys.ts";
import type { QuoteId } from "./quote.ts";

/** Bytes of quotes that are kept. */
export interface QuoteBounds {
  /** All together. */
  total: number;
  /** Asked for by one network. */
  network: number;
}

const MIB = 1024 * 1024;

/**
 * A quote takes some six kilobytes: room for forty thousand, a day of one every two seconds, and for a thousand of one
 * network, more than an office asks for while its first ones can still be bought.
 */
export const QUOTE_BOUNDS: QuoteBounds = { total: 256 * MIB, network: 8 * MIB };

/** Most that give way to one new quote: each is a check in its commit. What is left over gives way to the next. */
export const MAX_GIVING_WAY = 4;

interface Kept {
  bytes: number;
  sender: string;
}

interface OfNetwork {
  bytes: number;
  order: OldestFirst<QuoteId>;
}

/** What one process has stored, oldest first. */
export class QuoteRoom {
  readonly #bounds: QuoteBounds;
  readonly #kept = new Map<QuoteId, Kept>();
  readonly #order = new OldestFirst<QuoteId>();
  /** Of processes before this one: all of them older than what it stored. */
  readonly #former = new OldestFirst<QuoteId>();
  readonly #networks = new Map<string, OfNetwork>();
  #bytes = 0;

  constructor(bounds: QuoteBounds = QUOTE_BOUNDS) {
    this.#bounds = bounds;
  }

  /** What is stored now, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Counts a quote that is being stored; `sender` is the network it is asked from, "" for none. The ids of those that
   * give way, at most MAX_GIVING_WAY: they are forgotten here.
   */
  add(id: QuoteId, bytes: number, sender: string): QuoteId[] {
    if (this.#kept.has(id)) return [];
    this.#forgetOver(ulidMs(id));
    this.#keep(id, { bytes, sender });
    const over: QuoteId[] = [];
    while (over.length < MAX_GIVING_WAY) {
      const next = this.#nextToGo(sender, id);
      if (next === null) break;
      this.forget(next);
      over.push(next);
    }
    return over;
  }

  /** Counts a quote an earlier process stored; nobody knows any more who asked for it. */
  addFormer(id: QuoteId, bytes: number): void {
    if (this.#kept.has(id)) return;
    this.#kept.set(id, { bytes, sender: "" });
    this.#former.add(id);
    this.#bytes += bytes;
  }

  /** No longer counts a quote. */
  forget(id: QuoteId): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    this.#kept.delete(id);
    this.#order.delete(id);
    this.#former.delete(id);
    this.#bytes -= kept.bytes;
    const network = this.#networks.get(kept.sender);
    if (network === undefined) return;
    network.bytes -= kept.bytes;
    network.order.delete(id);
    if (network.order.size === 0) this.#networks.delete(kept.sender);
  }

  #keep(id: QuoteId, kept: Kept): void {
    this.#kept.set(id, kept);
    this.#order.add(id);
    this.#bytes += kept.bytes;
    if (kept.sender === "") return;
    const network = this.#networks.get(kept.sender) ?? {
      bytes: 0,
      order: new OldestFirst<QuoteId>(),
    };
    network.bytes += kept.bytes;
    network.order.add(id);
    this.#networks.set(kept.sender, network);
  }

  /** The oldest of the network that has too much, or of all when all have; never the new one itself. */
  #nextToGo(sender: string, id: QuoteId): QuoteId | null {
    const network = this.#networks.get(sender);
    const isTooMuch = network !== undefined && network.bytes > this.#bounds.network;
    if (!isTooMuch && this.#bytes <= this.#bounds.total) return null;
    const oldest = isTooMuch ? network.order.oldest() : this.#oldest();
    return oldest === id ? null : oldest;
  }

  /** Rows that a round has deleted meanwhile: their time was over. */
  #forgetOver(nowMs: number): void {
    for (let id = this.#oldest(); id !== null; id = this.#oldest()) {
      if (ulidMs(id) + QUOTE_ROW_TTL_MS >= nowMs) return;
      this.forget(id);
    }
  }

  #oldest(): QuoteId | null {
    return this.#former.oldest() ?? this.#order.oldest();
  }
}
