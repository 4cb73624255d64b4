// What stored messages and results look like.
import { flag, instant, listOf, number, orNull, record, text } from "../kernel/shape.ts";
import type { Alarm, Gathering, StoredMessage } from "./alarm.ts";
import type { OutletResult } from "./outlet-result.ts";

const alarmShape = record<Alarm>({
  fingerprint: text,
  code: text,
  category: text,
  severity: text,
  operation: text,
  count: number,
  firstSeen: instant,
  lastSeen: instant,
  reference: text,
});

/** A message as it waits. */
export const messageShape = record<StoredMessage>({
  id: text,
  at: instant,
  isTrial: flag,
  alarms: listOf(alarmShape),
  more: number,
  isSealed: flag,
});

/** Which message is the newest. */
export const gatheringShape = record<Gathering>({ messageId: text, dueAt: instant });

/** One outlet's last deliveries. */
export const resultShape = record<OutletResult>({
  outlet: text,
  host: text,
  acceptedAt: orNull(instant),
  failedAt: orNull(instant),
  fault: text,
  said: text,
});
