// Has a document of a ride sent to its customer, in the commit that makes the document: once, however often it is tried.
import { reachMark } from "../accounts/reach-mark.ts";
import type { Booking } from "../booking/booking.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { carOf } from "../ticket/ticket-car.ts";
import { messageKeys } from "./keys.ts";
import { MessageDraft } from "./message-draft.ts";
import { messageId } from "./message-id.ts";
import { deadlineMs } from "./message-rules.ts";
import { sealMessage } from "./message-store.ts";
import type { MessageContent, OutboxMessage, ToldDocument } from "./message.ts";
import { rideFacts } from "./ride-facts.ts";
import type { TellDeps } from "./tell-of-booking.ts";

/** What telling needs. */
export interface TellDocumentDeps
  extends Pick<TellDeps, "channels" | "fleet" | "randomBytes" | "reachKey" | "sealKey"> {
  db: Database;
  jobs: JobQueue;
}

/** What is told, and when it was made: an instant. */
export interface DocumentNews {
  topic: "receipt" | "credit-note";
  document: ToldDocument;
  at: string;
  /** Where it is sent, "" for nowhere. */
  to: string;
}

/** Adds the mail; nothing where nobody has given an address. */
export async function tellDocument(
  deps: TellDocumentDeps,
  tx: Transaction,
  booking: Booking,
  news: DocumentNews,
): Promise<void> {
  const message = await messageOf(deps, booking, news);
  if (message === null) return;
  const key = messageKeys.messageThread(booking.id);
  const thread = await readIfReadable(deps.db.write, key);
  tx.check(key, thread.versionstamp);
  const draft = new MessageDraft(deps);
  draft.setMessage(message);
  draft.send([message]);
  if (thread.value !== null) {
    draft.setThread(booking.id, { ...thread.value, ids: [...thread.value.ids, message.id] });
  }
  draft.addTo(tx);
}

async function messageOf(
  deps: TellDocumentDeps,
  booking: Booking,
  { topic, document, at, to }: DocumentNews,
): Promise<OutboxMessage | null> {
  const { id: bookingId, locale, version, trip } = booking;
  const channel = "mail";
  if (to === "" || !deps.channels.some(({ name }) => name === channel)) return null;
  const mark = await reachMark(deps.reachKey, "email", to);
  const id = messageId({ at, about: document.id, version: 0, topic, channel, mark });
  const facts = rideFacts(booking, await carOf(deps, booking));
  const content: MessageContent = { kind: "ride", before: facts, after: facts, document };
  const pickupMs = Date.parse(trip.pickup.instant);
  const { durationSeconds } = trip.route;
  const until = deadlineMs(topic, { atMs: Date.parse(at), pickupMs, durationSeconds });
  return {
    ...{ id, bookingId, topic, channel, locale, at, dueAt: at, version, mark, acts: [] },
    deadline: new Date(until).toISOString(),
    sealed: await sealMessage(deps, id, { to, content }),
    ...{ attempts: 0, said: "", busyUntil: null, outcome: "waiting", decidedAt: null },
  };
}
