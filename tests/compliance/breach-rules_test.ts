import assert from "node:assert/strict";
import type { Breach, BreachCommand, BreachEvent } from "../../lib/compliance/breach.ts";
import {
  breachDueMs,
  decideBreach,
  evolveBreach,
  factsFault,
  isClockRunning,
  isLate,
} from "../../lib/compliance/breach-rules.ts";
import { BARE_BREACH, HANNA, WHOLE_BREACH } from "../support/breaches.ts";

const AT = "2026-11-23T06:00:00Z";
const REGISTERED: BreachEvent = {
  ...{ type: "registered", id: "B1", facts: BARE_BREACH, at: AT, by: HANNA },
};
const BREACH = evolveBreach(null, REGISTERED);

function after(commands: readonly BreachCommand[], at = AT, from = BREACH): Breach {
  return commands.reduce((breach, command) => {
    const decided = decideBreach(breach, command, { at, by: HANNA });
    assert(decided.ok, command.type);
    return evolveBreach(breach, decided.event);
  }, from);
}

function faultOf(command: BreachCommand, breach = BREACH, at = AT) {
  const decided = decideBreach(breach, command, { at, by: HANNA });
  return decided.ok ? null : decided.fault;
}

Deno.test("the clock runs 72 hours from when it was known, over both change nights as well", () => {
  const dueOf = (awareAt: string) =>
    new Date(breachDueMs({ facts: { ...BARE_BREACH, awareAt } })).toISOString();
  assert.equal(dueOf("2026-11-23T05:00:00Z"), "2026-11-26T05:00:00.000Z");
  // 28 March 02:30 in Sweden to 31 March 03:30: the night of 23 hours takes none of the 72.
  assert.equal(dueOf("2026-03-28T01:30:00Z"), "2026-03-31T01:30:00.000Z");
  assert.equal(dueOf("2026-10-24T00:30:00Z"), "2026-10-27T00:30:00.000Z");
  assert.equal(isLate(BREACH, breachDueMs(BREACH)), false);
  assert.equal(isLate(BREACH, breachDueMs(BREACH) + 1), true);
});

Deno.test("the clock stands once IMY was told or need not be, and a wish to tell stops nothing", () => {
  assert.equal(isClockRunning(BREACH), true);
  assert.equal(isClockRunning(after([{ type: "authority-tell", reason: "risk" }])), true);
  assert.equal(isClockRunning(after([{ type: "authority-not", reason: "ingen risk" }])), false);
  const told = { type: "authority-told", reference: "IMY-1", late: "" } as const;
  assert.equal(isClockRunning(after([told])), false);
});

Deno.test("no decision is taken without its reason, and none after 72 hours without why it took so long", () => {
  for (const type of ["authority-not", "authority-tell", "people-not"] as const) {
    assert.equal(faultOf({ type, reason: "" }), "reason-missing", type);
  }
  assert.equal(faultOf({ type: "people-later", reason: "r", on: "" }), "day-wrong");
  assert.equal(faultOf({ type: "people-told", on: "2026-11-24", how: "" }), "how-missing");
  const told = { type: "authority-told", reference: "", late: "" } as const;
  assert.equal(faultOf(told, BREACH, "2026-11-26T05:00:00Z"), null);
  assert.equal(faultOf(told, BREACH, "2026-11-26T05:00:01Z"), "late-reason-missing");
  assert.equal(faultOf({ ...told, late: "helg" }, BREACH, "2026-11-26T05:00:01Z"), null);
});

Deno.test("nothing is closed that has something left to do, and nothing happens to what is closed", () => {
  const close = { type: "close" } as const;
  assert.equal(faultOf(close), "authority-open");
  const decided = after([{ type: "authority-tell", reason: "risk" }]);
  assert.equal(faultOf(close, decided), "authority-open");
  const told = after([{ type: "authority-told", reference: "1", late: "" }], AT, decided);
  assert.equal(faultOf(close, told), "people-open");
  const later = after([{ type: "people-later", reason: "r", on: "2026-11-30" }], AT, told);
  assert.equal(faultOf(close, later), "people-open");
  const closed = after([{ type: "people-told", on: "2026-11-23", how: "brev" }, close], AT, later);
  assert.equal(closed.closedAt, AT);
  assert.equal(faultOf({ type: "amend", facts: WHOLE_BREACH }, closed), "closed");
});

Deno.test("facts need a title and when it was known, in no future, with times in their order", () => {
  const nowMs = Date.parse(AT);
  assert.equal(factsFault(WHOLE_BREACH, nowMs), null);
  assert.equal(factsFault({ ...BARE_BREACH, title: "" }, nowMs), "title-missing");
  assert.equal(factsFault({ ...BARE_BREACH, awareAt: "" }, nowMs), "aware-missing");
  const ahead = { ...BARE_BREACH, awareAt: "2026-11-23T06:00:01Z" };
  assert.equal(factsFault(ahead, nowMs), "aware-ahead");
  const backwards = { ...WHOLE_BREACH, endedAt: "2026-11-22T09:00:00Z" };
  assert.equal(factsFault(backwards, nowMs), "order-wrong");
  assert.equal(
    factsFault({ ...WHOLE_BREACH, beganAt: "2026-11-23T05:30:00Z", endedAt: "" }, nowMs),
    "order-wrong",
  );
});

Deno.test("a story without a beginning makes no breach", () => {
  assert.throws(() => evolveBreach(null, { type: "close", at: AT, by: HANNA }), RangeError);
});
