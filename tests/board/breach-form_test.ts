import assert from "node:assert/strict";
import {
  type BreachValues,
  breachValues,
  kindField,
  readBreachCommand,
  readBreachFacts,
  valuesOfBreach,
} from "../../lib/board/breach-form.ts";
import { MAX_BREACH_COUNT, MAX_BREACH_TEXT } from "../../lib/compliance/breach.ts";
import { WHOLE_BREACH } from "../support/breaches.ts";

const sent = (fields: Record<string, string>) => new Map(Object.entries(fields));
const AWARE = { title: "En lista", awareDate: "2026-11-23", awareTime: "06:00" };

function read(values: BreachValues) {
  const done = readBreachFacts(values);
  return done.ok ? done.facts : done.fault;
}

Deno.test("a breach that is shown in its form and sent again is the same", () => {
  assert.deepEqual(read(valuesOfBreach(WHOLE_BREACH)), WHOLE_BREACH);
});

Deno.test("times are Sweden's: of a time the clock shows twice the earlier counts, one it skips is an hour later", () => {
  const awareAt = (awareDate: string, awareTime: string) => {
    const facts = read(breachValues(sent({ ...AWARE, awareDate, awareTime })));
    return typeof facts === "string" ? facts : facts.awareAt;
  };
  assert.equal(awareAt("2026-11-23", "06:00"), "2026-11-23T05:00:00Z");
  assert.equal(awareAt("2026-10-25", "02:30"), "2026-10-25T00:30:00Z");
  assert.equal(awareAt("2026-03-29", "02:30"), "2026-03-29T01:30:00Z");
});

Deno.test("what is no moment and no count is refused, what is left out waits", () => {
  const fault = (fields: Record<string, string>) =>
    read(breachValues(sent({ ...AWARE, ...fields })));
  assert.equal(fault({ awareDate: "2026-02-30" }), "aware-missing");
  assert.equal(fault({ awareTime: "25:00" }), "aware-missing");
  assert.equal(fault({ beganDate: "x" }), "day-wrong");
  assert.equal(fault({ endedTime: "10:00" }), "day-wrong");
  for (const people of ["-1", "1,5", "många", "1e3", String(MAX_BREACH_COUNT + 1)]) {
    assert.equal(fault({ people }), "count-wrong", people);
  }
  const facts = read(breachValues(sent({ ...AWARE, people: "1 200", entries: "0" })));
  assert(typeof facts !== "string");
  assert.deepEqual([facts.people, facts.entries, facts.beganAt, facts.cause], [1_200, 0, "", ""]);
});

Deno.test("boxes and lists take known words alone, and texts have a bound", () => {
  const values = breachValues(sent({
    ...AWARE,
    ...{ [kindField("integrity")]: "on", [kindField("odd")]: "on", cause: "odd" },
    ...{ severity: "high", crossBorder: "on", course: "x".repeat(MAX_BREACH_TEXT + 1) },
  }));
  const facts = read(values);
  assert(typeof facts !== "string");
  assert.deepEqual([facts.kinds, facts.cause, facts.severity], [["integrity"], "", "high"]);
  assert.deepEqual([facts.isCrossBorder, facts.course.length], [true, MAX_BREACH_TEXT]);
});

Deno.test("each act is read with its words; one that is none is nothing", () => {
  assert.deepEqual(
    readBreachCommand(sent({ act: "people-later", reason: " r ", on: "2026-11-30" })),
    {
      ...{ type: "people-later", reason: "r", on: "2026-11-30" },
    },
  );
  assert.deepEqual(readBreachCommand(sent({ act: "people-told", on: "i morgon", how: "sms" })), {
    ...{ type: "people-told", on: "", how: "sms" },
  });
  assert.deepEqual(readBreachCommand(sent({ act: "close" })), { type: "close" });
  assert.equal(readBreachCommand(sent({ act: "amend" })), null);
  assert.equal(readBreachCommand(sent({})), null);
});
