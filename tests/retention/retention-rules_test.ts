// The table of retention: every family stands in it, its figures are those of the registry and the law, and no day is off.
import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { bookkeepingOverOn, fiscalYearOf, monthsFrom } from "../../lib/kernel/bookkeeping-time.ts";
import { PRICE_PROOF_MONTHS } from "../../lib/pricing/binding-maximum.ts";
import { bookingFate } from "../../lib/retention/booking-fate-rules.ts";
import {
  CUSTOMER_MONTHS,
  FAMILY_RULES,
  RETENTION_RULES,
} from "../../lib/retention/retention-rules.ts";

Deno.test("every family of the registry follows a rule, and every rule and line is needed", () => {
  const names = KEY_FAMILIES.map(({ name }) => name).sort();
  assert.deepEqual(Object.keys(FAMILY_RULES).sort(), names);
  const used = [...new Set(Object.values(FAMILY_RULES))].sort();
  assert.deepEqual(Object.keys(RETENTION_RULES).sort(), used);
});

Deno.test("registry and table say the same of when a row ends", () => {
  for (const { name, kept } of KEY_FAMILIES) {
    const rule = FAMILY_RULES[name];
    assert.ok(rule, name);
    const { period } = RETENTION_RULES[rule];
    switch (kept.until) {
      case "rule":
        assert.equal(kept.rule, rule, name);
        break;
      case "erased":
        assert.match(period.kind, /^(in-use|account|written-over|no-end)$/, name);
        break;
      default:
        assert.match(period.kind, /^(registry|months)$/, name);
    }
  }
});

Deno.test("personal data has an end: a family of class C2 or above is never without one", () => {
  for (const { name, privacy } of KEY_FAMILIES) {
    if (!["C2", "C3", "C4"].includes(privacy)) continue;
    const { period } = RETENTION_RULES[FAMILY_RULES[name] ?? "statistics"];
    assert.doesNotMatch(period.kind, /^(no-end|written-over)$/, name);
  }
});

Deno.test("bookkeeping is over on the first day of the eighth year after the fiscal year's end", () => {
  assert.equal(bookkeepingOverOn("2018-01-01", "12-31"), "2026-01-01");
  assert.equal(bookkeepingOverOn("2018-12-31", "12-31"), "2026-01-01");
  assert.equal(bookkeepingOverOn("2018-06-30", "06-30"), "2026-01-01");
  assert.equal(bookkeepingOverOn("2018-07-01", "06-30"), "2027-01-01");
  assert.equal(fiscalYearOf("2018-07-01", "06-30"), "2019-06-30");
});

Deno.test("months end on a day the month has", () => {
  assert.equal(monthsFrom("2024-02-29", -24), "2022-02-28");
  assert.equal(monthsFrom("2026-03-31", -1), "2026-02-28");
});

Deno.test("the day before its limit a booking stays as it is, the day after it does not", () => {
  const fate = (
    date: string,
    today: string,
    isForgotten = false,
    isHeld = false,
    isRestricted = false,
  ) => bookingFate({ date, isForgotten, isHeld, isRestricted }, today, "12-31");
  const notYet = { kind: "kept", reason: "not-yet" };
  assert.deepEqual(fate("2024-11-23", "2026-11-23"), notYet);
  assert.deepEqual(fate("2024-11-23", "2026-11-24"), { kind: "forget" });
  assert.deepEqual(fate("2024-11-23", "2026-11-24", true), { kind: "kept", reason: "bookkeeping" });
  assert.deepEqual(fate("2018-05-01", "2025-12-31", true), { kind: "kept", reason: "bookkeeping" });
  assert.deepEqual(fate("2018-05-01", "2026-01-01", true), { kind: "delete" });
  assert.deepEqual(fate("2018-05-01", "2026-01-01", true, true), {
    kind: "kept",
    reason: "legal-hold",
  });
  const restricted = { kind: "kept", reason: "restricted" };
  assert.deepEqual(fate("2024-11-23", "2026-11-24", false, false, true), restricted);
  assert.deepEqual(fate("2018-05-01", "2026-01-01", true, false, true), restricted);
});

Deno.test("what a customer's ride is known by outlives the proof of its price", () => {
  assert.ok(CUSTOMER_MONTHS >= PRICE_PROOF_MONTHS);
});
