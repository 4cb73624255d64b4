// Every field of what is stored of alarms on their way out, with the version that brought it.
import type { Gathering, StoredMessage } from "../../lib/alarms/alarm.ts";
import type { OutletResult } from "../../lib/alarms/outlet-result.ts";
import type { Fields } from "./stored-fields.ts";

/** A message as it waits. */
export const MESSAGE_FIELDS: Fields<StoredMessage> = {
  id: 1,
  at: 1,
  isTrial: 1,
  alarms: [{
    fingerprint: 1,
    code: 1,
    category: 1,
    severity: 1,
    operation: 1,
    count: 1,
    firstSeen: 1,
    lastSeen: 1,
    reference: 1,
  }],
  more: 1,
  isSealed: 1,
};

/** Which message is the newest. */
export const GATHERING_FIELDS: Fields<Gathering> = { messageId: 1, dueAt: 1 };

/** One outlet's last deliveries. */
export const RESULT_FIELDS: Fields<OutletResult> = {
  outlet: 1,
  host: 1,
  acceptedAt: 1,
  failedAt: 1,
  fault: 1,
  said: 1,
};
