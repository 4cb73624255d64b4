import assert from "node:assert/strict";
import { latestFirst, tariffAt, tariffOn, tariffRefusal } from "../../lib/pricing/tariff-rules.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import type { Tariff } from "../../lib/pricing/tariff.ts";
import { aTariff } from "../support/pricing.ts";
import { fc } from "../support/property.ts";

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

const TODAY = "2026-06-10";
const DAYS = Array.from({ length: 40 }, (_, i) => nextDate("2026-06-01", i));

/** A tariff of some days of June, open-ended now and then. */
const someTariff = fc.record({
  first: fc.nat(25),
  length: fc.option(fc.nat(12), { nil: null }),
  revision: fc.integer({ min: 1, max: 3 }),
}).map(({ first, length, revision }): Tariff =>
  aTariff({
    version: `${DAYS[first]}.${revision}`,
    validFrom: DAYS[first]!,
    validUntil: length === null ? null : DAYS[first + length]!,
  })
);

Deno.test("tariffRefusal() lets through just what prices all of its own days and changes no other", () => {
  fc.assert(
    fc.property(fc.array(someTariff, { maxLength: 4 }), someTariff, (tariffs, next) => {
      const applied = [...tariffs, next];
      const isOwn = (day: string) =>
        next.validFrom <= day && (next.validUntil === null || day <= next.validUntil);
      // A former tariff that lasts longer would come back afterwards, though no day of it changes.
      const outlasted = tariffs.some((other) =>
        other.validFrom <= next.validFrom && next.validUntil !== null &&
        (other.validUntil === null || other.validUntil > next.validUntil)
      );
      const isClean = next.validFrom >= TODAY && !outlasted &&
        tariffs.every(({ version }) => version !== next.version) &&
        DAYS.every((day) => !isOwn(day) || tariffOn(applied, day) === next);
      assert.equal(tariffRefusal(tariffs, next, TODAY) === null, isClean);
    }),
    { numRuns: 500 },
  );
});

Deno.test("tariffRefusal() says what is in the way", () => {
  const year = aTariff({ version: "2026-01-01.2", validFrom: "2026-01-01" });
  const later = aTariff({ version: "2027-01-01.2", validFrom: "2027-01-01" });
  const reasonFor = (validFrom: string, validUntil: string | null, revision = 1) => {
    const next = aTariff({ version: `${validFrom}.${revision}`, validFrom, validUntil });
    return tariffRefusal([year, later], next, TODAY)?.reason ?? null;
  };
  assert.equal(reasonFor("2026-07-01", "2026-12-31"), "former-comes-back");
  assert.equal(reasonFor("2026-07-01", null), "later-begins-within");
  assert.equal(reasonFor("2027-01-01", null, 1), "older-revision");
  assert.equal(reasonFor("2027-01-01", null, 2), "known");
  assert.equal(reasonFor("2027-01-01", null, 3), null);
  assert.equal(reasonFor("2026-06-09", "2026-12-31"), "past");
  assert.equal(reasonFor("2028-01-01", null), null);
});
