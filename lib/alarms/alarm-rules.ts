// How failures become messages: what comes together travels together, and nobody is told more than once a minute. Pure.
import type { IncidentRaised } from "../incidents/incident-feed.ts";
import type { WaitingFailures } from "../incidents/incident-log.ts";
import type { Incident } from "../incidents/incident.ts";
import { type Alarm, type Gathering, MAX_ALARMS, type StoredMessage } from "./alarm.ts";
import { plainCode, plainOperation, plainReference } from "./plain-words.ts";

/** How long a message waits for others to join it, in milliseconds: failures of one cause come within seconds. */
export const GATHER_MS = 5_000;
/** The least time between two messages, in milliseconds. */
export const MESSAGE_EVERY_MS = 60_000;

/** What is told of a raised incident; `incident` is how it stands now, or null when it is gone. */
export function alarmOf(raised: IncidentRaised, incident: Incident | null): Alarm {
  return {
    fingerprint: raised.fingerprint,
    code: plainCode(raised.code),
    category: incident?.category ?? "internal",
    severity: raised.severity,
    operation: plainOperation(raised.operation),
    count: Math.max(raised.count, incident?.count ?? 0),
    firstSeen: incident?.firstSeen ?? raised.at,
    lastSeen: incident?.lastSeen ?? raised.at,
    reference: plainReference(incident?.references[0] ?? ""),
  };
}

/** What is told of failures that are not in the database. */
export function alarmOfWaiting({ oldest, newest, count }: WaitingFailures): Alarm {
  const { fingerprint, code, category, severity, operation, at: lastSeen, reference } = newest;
  return {
    ...{ fingerprint, category, severity, count, firstSeen: oldest.at, lastSeen },
    code: plainCode(code),
    operation: plainOperation(operation),
    reference: plainReference(reference),
  };
}

/** The message with some alarms more. Of a failure that is in it already the newer word counts. */
export function withAlarms(message: StoredMessage, alarms: readonly Alarm[]): StoredMessage {
  const named = new Map(message.alarms.map((alarm) => [alarm.fingerprint, alarm]));
  let { more } = message;
  for (const alarm of alarms) {
    if (named.has(alarm.fingerprint) || named.size < MAX_ALARMS) {
      named.set(alarm.fingerprint, alarm);
    } else more++;
  }
  return { ...message, alarms: [...named.values()], more };
}

/** When the next message leaves, in epoch milliseconds. A clock that was set back keeps nobody waiting for ever. */
export function nextDueMs(nowMs: number, last: Gathering | null): number {
  const soon = nowMs + GATHER_MS;
  const paced = last === null ? soon : Date.parse(last.dueAt) + MESSAGE_EVERY_MS;
  return Math.min(Math.max(soon, paced), nowMs + MESSAGE_EVERY_MS);
}
