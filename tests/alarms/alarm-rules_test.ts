// What comes together travels together, and nobody is told more than once a minute.
import assert from "node:assert/strict";
import { type Alarm, MAX_ALARMS } from "../../lib/alarms/alarm.ts";
import {
  alarmOf,
  GATHER_MS,
  MESSAGE_EVERY_MS,
  nextDueMs,
  withAlarms,
} from "../../lib/alarms/alarm-rules.ts";

const AT = "2026-11-23T05:00:00Z";
const NOW_MS = Date.parse(AT);
const ALARM: Alarm = {
  fingerprint: "0123456789abcdef",
  code: "database-unavailable",
  category: "database",
  severity: "critical",
  operation: "/bookings",
  count: 3,
  firstSeen: AT,
  lastSeen: AT,
  reference: "7F3K-22QD",
};
const EMPTY = { id: "x", at: AT, isTrial: false, alarms: [], more: 0, isSealed: false };
const dueAt = (ms: number) => ({ messageId: "x", dueAt: new Date(ms).toISOString() });

Deno.test("the first message leaves in seconds, the next a minute after the one before", () => {
  assert.equal(nextDueMs(NOW_MS, null), NOW_MS + GATHER_MS);
  assert.equal(nextDueMs(NOW_MS, dueAt(NOW_MS - MESSAGE_EVERY_MS)), NOW_MS + GATHER_MS);
  assert.equal(nextDueMs(NOW_MS, dueAt(NOW_MS - 10_000)), NOW_MS + MESSAGE_EVERY_MS - 10_000);
});

Deno.test("a clock that was set back delays a message by a minute at most", () => {
  assert.equal(nextDueMs(NOW_MS, dueAt(NOW_MS + 86_400_000)), NOW_MS + MESSAGE_EVERY_MS);
});

Deno.test("a message names each failure once, as it is now, and counts what it has no room for", () => {
  const many = Array.from(
    { length: MAX_ALARMS + 5 },
    (_, i) => ({ ...ALARM, fingerprint: `f${i}` }),
  );
  const full = withAlarms(EMPTY, many);
  assert.equal(full.alarms.length, MAX_ALARMS);
  assert.equal(full.more, 5);
  const newer = withAlarms(full, [{ ...ALARM, fingerprint: "f3", count: 9 }]);
  assert.deepEqual([newer.alarms.length, newer.more, newer.alarms[3]?.count], [MAX_ALARMS, 5, 9]);
});

Deno.test("an incident that is gone is told by what the feed knew of it", () => {
  const { fingerprint, code, severity, operation } = ALARM;
  const raised = { at: AT, fingerprint, code, severity, operation, count: 2 };
  const alarm = alarmOf(raised, null);
  assert.deepEqual([alarm.firstSeen, alarm.lastSeen, alarm.count, alarm.reference], [
    AT,
    AT,
    2,
    "",
  ]);
});
