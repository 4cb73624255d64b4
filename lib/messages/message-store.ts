// Reads messages, and writes them with what follows from them.
import type { BookingId } from "../booking/booking.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { isErasedText, openText, type SealedText, sealText } from "../security/sealed-text.ts";
import { messageKeys } from "./keys.ts";
import type { MessageSecret, OutboxMessage } from "./message.ts";

/** Messages read at once when those of one kind are looked for. */
export const LOOKED_AT = 1_000;

/** Reads messages. */
export class MessageStore {
  readonly #deps: { db: Pick<Database, "read">; sealKey: CryptoKey };

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

  /** Messages that were not taken, the newest first. */
  async failed(limit: number): Promise<OutboxMessage[]> {
    const { prefix } = messageKeys.outboxFailed;
    const rows = await readList(this.#deps.db.read, { prefix }, limit, true);
    return await this.#those(rows.map(({ key }) => String(key.at(-1))));
  }

  /** The newest messages that are wanted, of the thousand made before `before`; where to go on, "" at the end. */
  async newest(
    limit: number,
    before: string,
    isWanted: (message: OutboxMessage) => boolean = () => true,
  ): Promise<{ messages: OutboxMessage[]; next: string }> {
    const { prefix } = messageKeys.outbox;
    const selector = before === "" ? { prefix } : { prefix, end: messageKeys.outbox(before) };
    const rows = await readList(this.#deps.db.read, selector, LOOKED_AT, true);
    const all = rows.map(({ value }) => value);
    const messages = all.filter(isWanted).slice(0, limit);
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

/** Adds a message as it is now to a commit, and whether somebody has to look at it. */
export function writeMessage(tx: Transaction, message: OutboxMessage): void {
  tx.set(messageKeys.outbox(message.id), message);
  if (message.outcome === "failed") tx.set(messageKeys.outboxFailed(message.id), true);
  // One that never failed has no such row, and one that waits again may have.
  else if (message.attempts > 0) tx.delete(messageKeys.outboxFailed(message.id));
}

function placeOf(id: string): readonly string[] {
  return ["outbox", id];
}
