// What stored messages look like.
import { NOTICE_KINDS } from "../accounts/account-notice.ts";
import { LOCALES } from "../kernel/locale.ts";
import { instant, listOf, number, orNull, record, text, word } from "../kernel/shape.ts";
import type { SealedText } from "../security/sealed-text.ts";
import { CHANNEL_NAMES } from "./channel.ts";
import {
  MESSAGE_OUTCOMES,
  type MessageThread,
  type OpenMessages,
  type OutboxMessage,
  RIDE_TOPICS,
} from "./message.ts";

/** A message. */
export const outboxShape = record<OutboxMessage>({
  id: text,
  bookingId: orNull(text),
  topic: word([...RIDE_TOPICS, ...NOTICE_KINDS]),
  channel: word(CHANNEL_NAMES),
  locale: word(LOCALES),
  at: instant,
  dueAt: instant,
  deadline: instant,
  version: number,
  acts: listOf(text),
  mark: text,
  sealed: record<SealedText>({ seal: word(["aes-256-gcm/1"]), iv: text, ciphertext: text }),
  attempts: number,
  said: text,
  busyUntil: orNull(instant),
  outcome: word(MESSAGE_OUTCOMES),
  decidedAt: orNull(instant),
});

/** What is known of a booking's messages. */
export const threadShape = record<MessageThread>({
  covered: number,
  open: orNull(
    record<OpenMessages>({
      from: number,
      topic: word(RIDE_TOPICS),
      ids: listOf(text),
      acts: listOf(text),
    }),
  ),
  ids: listOf(text),
});
