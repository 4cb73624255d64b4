import assert from "node:assert/strict";
import { latestFirst, tariffAt } from "../../lib/pricing/tariff-rules.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { aTariff } from "../support/pricing.ts";

const at = (instant: string) => Temporal.Instant.from(instant);

Deno.test("tariffAt() chooses by the pickup's date in Stockholm, not in UTC", () => {
  assert.equal(tariffAt(DEMO_TARIFFS, at("2026-12-31T22:59:59Z")).version, "2026-01-01.1");
  assert.equal(tariffAt(DEMO_TARIFFS, at("2026-12-31T23:00:00Z")).version, "2027-01-01.1");
});

Deno.test("tariffAt() includes validUntil and refuses a pickup no tariff is valid for", () => {
  const tariffs = [aTariff({ validFrom: "2026-01-01", validUntil: "2026-06-30" })];
  assert.equal(tariffAt(tariffs, at("2026-06-30T21:59Z")), tariffs[0]);
  for (const instant of ["2025-12-31T22:59Z", "2026-06-30T22:00Z"]) {
    assert.throws(() => tariffAt(tariffs, at(instant)), { code: "no-tariff" });
  }
});

Deno.test("tariffAt() prefers the tariff that began last, and of its revisions the highest number", () => {
  const tariffs = [
    aTariff({ validFrom: "2026-02-01", version: "2026-02-01.9" }),
    aTariff({ validFrom: "2026-02-01", version: "2026-02-01.10" }),
    aTariff({ validFrom: "2026-01-01", version: "2026-01-01.99" }),
    aTariff({ validFrom: "2026-03-01" }),
  ];
  for (const order of [tariffs, tariffs.toReversed()]) {
    assert.equal(tariffAt(order, at("2026-02-15T12:00Z")).version, "2026-02-01.10");
  }
});

Deno.test("latestFirst() puts the latest tariff first", () => {
  assert.equal(DEMO_TARIFFS.toSorted(latestFirst)[0]!.version, "2027-01-01.1");
});
