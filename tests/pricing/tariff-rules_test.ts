import assert from "node:assert/strict";
import {
  latestFirst,
  tariffAt,
  type TariffBook,
  tariffOn,
  tariffRefusal,
  unsoldDays,
} from "../../lib/pricing/tariff-rules.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { nextDate } from "../../lib/kernel/local-date.ts";
import type { Tariff } from "../../lib/pricing/tariff.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { fc } from "../support/property.ts";
import { aBook, aTariff } from "../support/pricing.ts";

const at = (instant: string) => Temporal.Instant.from(instant);

Deno.test("tariffAt() chooses by the pickup's date in Stockholm, not in UTC", () => {
  assert.equal(tariffAt(aBook(DEMO_TARIFFS), at("2026-12-31T22:59:59Z")).version, "2026-01-01.1");
  assert.equal(tariffAt(aBook(DEMO_TARIFFS), at("2026-12-31T23:00:00Z")).version, "2027-01-01.1");
});

Deno.test("tariffAt() includes validUntil and refuses a pickup no tariff is valid for", () => {
  const tariffs = [aTariff({ validFrom: "2026-01-01", validUntil: "2026-06-30" })];
  assert.equal(tariffAt(aBook(tariffs), at("2026-06-30T21:59Z")), tariffs[0]);
  for (const instant of ["2025-12-31T22:59Z", "2026-06-30T22:00Z"]) {
    assert.throws(() => tariffAt(aBook(tariffs), at(instant)), { code: "no-tariff" });
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
    assert.equal(tariffAt(aBook(order), at("2026-02-15T12:00Z")).version, "2026-02-01.10");
  }
});

Deno.test("a day that an unreadable tariff may rule is refused; days before it, and days another takes over, go on", () => {
  const tariffs = [
    aTariff({ validFrom: "2026-01-01", validUntil: "2026-06-30" }),
    aTariff({ validFrom: "2026-03-01", version: "2026-03-01.2" }),
    aTariff({ validFrom: "2026-09-01" }),
  ];
  const priced = (unreadable: TariffBook["unreadable"], date: string) => {
    try {
      return tariffAt({ tariffs, unreadable }, at(`${date}T12:00Z`)).version;
    } catch (error) {
      return error instanceof DomainError ? error.code : assert.fail(String(error));
    }
  };
  const may = [{ validFrom: "2026-05-01", version: "2026-05-01.1" }];
  assert.equal(priced(may, "2026-04-30"), "2026-03-01.2");
  assert.equal(priced(may, "2026-05-01"), "tariff-unreadable");
  assert.equal(priced(may, "2026-08-31"), "tariff-unreadable");
  assert.equal(priced(may, "2026-09-01"), "2026-09-01.1");
  assert.deepEqual(unsoldDays({ tariffs, unreadable: may }, may[0]!), {
    from: "2026-05-01",
    until: "2026-08-31",
  });
  const [lower, higher] = [1, 3].map((revision) => [{
    validFrom: "2026-03-01",
    version: `2026-03-01.${revision}`,
  }]);
  assert.equal(priced(lower!, "2026-04-01"), "2026-03-01.2");
  assert.equal(unsoldDays({ tariffs, unreadable: lower! }, lower![0]!), null);
  assert.equal(priced(higher!, "2026-04-01"), "tariff-unreadable");
  const last = [{ validFrom: "2026-10-01", version: "2026-10-01.1" }];
  assert.equal(unsoldDays({ tariffs, unreadable: last }, last[0]!)?.until, null);
});

Deno.test("whichever tariffs cannot be read, no day is priced by another than the one that rules it", () => {
  const days = Array.from({ length: 30 }, (_, i) => nextDate("2026-01-01", i));
  const some = fc.uniqueArray(
    fc.record({ from: fc.nat(29), revision: fc.integer({ min: 1, max: 3 }) }),
    { selector: ({ from, revision }) => `${from} ${revision}`, minLength: 1, maxLength: 6 },
  );
  fc.assert(fc.property(some, fc.infiniteStream(fc.boolean()), (made, isReadable) => {
    // Each was open-ended when it was published, as the rules want where another follows.
    const all = made.map(({ from, revision }) =>
      aTariff({ validFrom: days[from]!, version: `${days[from]!}.${revision}` })
    );
    const lost = new Set(all.filter(() => !isReadable.next().value));
    const book = { tariffs: all.filter((one) => !lost.has(one)), unreadable: [...lost] };
    for (const date of days) {
      const rules = tariffOn(all, date);
      if (rules === null) continue;
      const price = () => tariffAt(book, at(`${date}T12:00Z`)).version;
      if (lost.has(rules)) assert.throws(price, { code: "tariff-unreadable" });
      else assert.equal(price(), rules.version);
    }
  }));
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
