// Reads messages, and writes them with what follows from them.
import type { BookingId } from "../booking/booking.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { backfill, isBackfilled } from "../kv/backfill.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { isErasedText, openText, type SealedText, sealText } from "../security/sealed-text.ts";
import { messageKeys } from "./keys.ts";
import type { MessageOutcome, MessageSecret, OutboxMessage } from "./message.ts";

/** Messages looked through for those of one outcome while there is no index. */
export const LOOKED_AT = 1_000;
/** Most messages of one page. */
export const MAX_MESSAGES = 200;
/** The walk that makes the index of outcomes of what earlier releases wrote. */
const OUTCOMES_WALK = "messages-by-outcome";

/** Outcomes by which messages are found; nobody looks for what was never to be sent. */
export const FOUND_OUTCOMES = ["waiting", "sent", "failed"] as const satisfies MessageOutcome[];

/** One of them. */
export type FoundOutcome = typeof FOUND_OUTCOMES[number];

/** A page of messages, and before which one the next begins, "" on the last. */
export interface MessagePage {
  messages: OutboxMessage[];
  next: string;
}

/** Reads messages. */
export class MessageStore {
  readonly #deps: { db: Pick<Database, "read">; sealKey: CryptoKey };
  #hasOutcomes = false;

  constructor(deps: { db: Pick<Database, "read">; sealKey: CryptoKey }) {
    this.#deps = deps;
  }

  /** A message, or null. */
  async get(id: string): Promise<OutboxMessage | null> {
    return (await readIfReadable(this.#deps.db.read, messageKeys.outbox(id))).value;
  }

  /** The messages of a booking, oldest first. */
  async ofBooking(id: BookingId): Promise<OutboxMessage[]> {
    const { value } = await readIfReadable(this.#deps.db.read, messageKeys.messageThread(id));
    return await this.#those(value?.ids ?? []);
  }

  /** The newest messages made before `before`, "" for the newest of all; where to go on, "" at the end. */
  async newest(limit: number, before: string): Promise<MessagePage> {
    const { prefix } = messageKeys.outbox;
    const selector = before === "" ? { prefix } : { prefix, end: messageKeys.outbox(before) };
    const rows = await readList(this.#deps.db.read, selector, pageOf(limit) + 1, true);
    const messages = rows.slice(0, limit).map(({ value }) => value);
    return { messages, next: rows.length > limit ? messages.at(-1)?.id ?? "" : "" };
  }

  /** The same of those of one outcome. */
  async newestOf(outcome: FoundOutcome, limit: number, before: string): Promise<MessagePage> {
    this.#hasOutcomes ||= await isBackfilled(this.#deps.db, OUTCOMES_WALK);
    if (!this.#hasOutcomes) return await this.#lookThrough(outcome, limit, before);
    const prefix = messageKeys.outboxByOutcome.under(outcome);
    const end = messageKeys.outboxByOutcome(outcome, before);
    const selector = before === "" ? { prefix } : { prefix, end };
    const rows = await readList(this.#deps.db.read, selector, pageOf(limit) + 1, true);
    const ids = rows.slice(0, limit).map(({ key }) => String(key.at(-1)));
    const next = rows.length > limit ? ids.at(-1) ?? "" : "";
    return { messages: await this.#those(ids), next };
  }

  /** Among all of the newest, until the index has those of earlier releases, too. */
  async #lookThrough(outcome: FoundOutcome, limit: number, before: string): Promise<MessagePage> {
    const { prefix } = messageKeys.outbox;
    const selector = before === "" ? { prefix } : { prefix, end: messageKeys.outbox(before) };
    const rows = await readList(this.#deps.db.read, selector, LOOKED_AT, true);
    const all = rows.map(({ value }) => value);
    const messages = all.filter((one) => one.outcome === outcome).slice(0, limit);
    const isFull = messages.length === limit || all.length === LOOKED_AT;
    const last = messages.length === limit ? messages.at(-1) : all.at(-1);
    return { messages, next: isFull ? last?.id ?? "" : "" };
  }

  /** Who gets a message and what it says; gone with its person. Rejects when anything of it was changed. */
  async open({ id, sealed }: Pick<OutboxMessage, "id" | "sealed">): Promise<MessageSecret> {
    if (isErasedText(sealed)) return { to: "", content: { kind: "gone" } };
    return JSON.parse(await openText(this.#deps.sealKey, placeOf(id), sealed));
  }

  async #those(ids: readonly string[]): Promise<OutboxMessage[]> {
    const keys = ids.map((id) => messageKeys.outbox(id));
    const rows = await readThoseReadable(this.#deps.db.read, keys);
    return rows.flatMap(({ value }) => value ?? []);
  }
}

/** Seals who gets a message and what it says. */
export function sealMessage(
  { sealKey, randomBytes }: { sealKey: CryptoKey; randomBytes: RandomBytes },
  id: string,
  secret: MessageSecret,
): Promise<SealedText> {
  return sealText(sealKey, placeOf(id), JSON.stringify(secret), randomBytes);
}

/**
 * Adds a message as it is now to a commit, and by what has become of it it is found. `before` is what the commit checks, or
 * null for a new one: a reader tells many in one commit, and each writes no more than it must.
 */
export function writeMessage(
  tx: Transaction,
  before: OutboxMessage | null,
  after: OutboxMessage,
): void {
  tx.set(messageKeys.outbox(after.id), after);
  if (before?.outcome === after.outcome) return;
  if (before !== null && isFound(before.outcome)) tx.delete(outcomeKey(before));
  writeOutcome(tx, after);
}

/** Messages of earlier releases are found by what has become of them. */
export const outcomesOfMessages = backfill(
  OUTCOMES_WALK,
  messageKeys.outbox.prefix,
  (tx, message) => writeOutcome(tx, message),
);

/** Takes a message away, with what leads to it; null for what nobody can read: its row of the index goes by its age. */
export function deleteMessage(tx: Transaction, id: string, message: OutboxMessage | null): void {
  tx.delete(messageKeys.outbox(id));
  if (message !== null && isFound(message.outcome)) tx.delete(outcomeKey(message));
}

function writeOutcome(tx: Transaction, message: OutboxMessage): void {
  if (isFound(message.outcome)) tx.set(outcomeKey(message), true);
}

function outcomeKey({ outcome, id }: OutboxMessage) {
  return messageKeys.outboxByOutcome(outcome, id);
}

function isFound(outcome: MessageOutcome): boolean {
  return FOUND_OUTCOMES.some((one) => one === outcome);
}

function pageOf(limit: number): number {
  return Math.min(limit, MAX_MESSAGES);
}

function placeOf(id: string): readonly string[] {
  return ["outbox", id];
}
