// Settling: once for each day, by two people, from closed books; done again, at once or late nothing is settled twice.
import assert from "node:assert/strict";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import type { BookedTrips } from "../support/booked-trips.ts";
import { bookedTrips, bookNotes } from "../support/booked-trips.ts";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { adjustSettlement, strikeAdjustment } from "../../lib/settlement/adjust-settlement.ts";
import {
  approveTerms,
  discardTerms,
  writeTerms,
} from "../../lib/settlement/edit-settlement-terms.ts";
import {
  approveSettlement,
  discardSettlement,
  proposeSettlement,
} from "../../lib/settlement/settle-holder.ts";
import { SettlementStore } from "../../lib/settlement/settlement-store.ts";
import { type ManualClock, manualClock } from "../../lib/kernel/clock.ts";
import { agreeTerms, closeThrough, settle, TERMS } from "../support/settlements.ts";

const HOLDER = holderId("H1");
const UNTIL = "2026-11-15";
/** When everything here is proposed. */
const NOW = "2026-12-01T05:00:00Z";

Deno.test("a settlement needs closed books, approved terms, an end that is over and a holder with books of its own", () =>
  withTrips(async ({ deps, close }) => {
    const propose = (holder: string, until: string) =>
      proposeSettlement(deps, { holderId: holderId(holder), until, by: "karin" });
    assert.equal(await propose("H1", UNTIL), "no-terms");
    const input = { holderId: HOLDER, from: "2026-11-01" };
    await writeTerms(deps, { ...input, by: "karin", revision: 0 }, TERMS);
    assert.equal(await propose("H1", UNTIL), "no-terms");
    await approveTerms(deps, { ...input, by: "olle", revision: 1 });
    assert.equal(await propose("H1", UNTIL), "not-closed");
    assert.equal(await propose("H1", "2026-10-31"), "no-terms");
    assert.equal(await propose("H1", "2026-12-01"), "not-over");
    for (const nobody of ["H9", HOUSE]) {
      assert.equal(await propose(nobody, UNTIL), "unknown-holder");
    }
    await close("2026-11-14");
    assert.equal(await propose("H1", UNTIL), "not-closed");
    await close(UNTIL);
    assert.equal(await propose("H1", UNTIL), null);
    assert.equal(await propose("H1", UNTIL), "pending");
  }));

Deno.test("who proposed it does not approve it, and a second person does so once", () =>
  withTrips(async ({ deps, close, notes }) => {
    await agreeTerms(deps, HOLDER);
    await close(UNTIL);
    await proposeSettlement(deps, { holderId: HOLDER, until: UNTIL, by: "karin" });
    const first = { holderId: HOLDER, number: 1, proposedAt: NOW };
    assert.equal(await approveSettlement(deps, { ...first, by: "karin" }), "author");
    const both = await Promise.all(
      ["olle", "elsa"].map((by) => approveSettlement(deps, { ...first, by })),
    );
    assert.deepEqual(both.sort(), ["changed", null]);
    assert.equal(await approveSettlement(deps, { ...first, by: "olle" }), "changed");
    assert.equal(await discardSettlement(deps, first), "changed");
    await notes();
    await notes();
    const settled = await vouchersOf(deps);
    assert.deepEqual(settled.map(({ entityId }) => entityId), [HOLDER, HOUSE]);
    const paidOre = (await deps.settlements.get(HOLDER, 1))?.amounts.paidOre ?? 0;
    const waits = { holderId: HOLDER, number: 1, amountOre: paidOre };
    assert.deepEqual(await deps.settlements.queue(), paidOre === 0 ? [] : [waits]);
    assert(paidOre > 0);
  }));

Deno.test("of ten who propose at once one does, and the rows are the same as when one did", () =>
  withTrips(async ({ deps, close }) => {
    await agreeTerms(deps, HOLDER);
    await close(UNTIL);
    const all = await Promise.all(Array.from(
      { length: 10 },
      (_, i) => proposeSettlement(deps, { holderId: HOLDER, until: UNTIL, by: `p${i}` }),
    ));
    assert.equal(all.filter((one) => one === null).length, 1);
    assert.equal(all.filter((one) => one === "pending").length, 9);
    assert.deepEqual((await deps.settlements.latest(HOLDER)).map(({ number }) => number), [1]);
  }));

Deno.test("the next settlement begins the day after, takes what came late, and all of them are the whole", () =>
  withTrips(async ({ deps, trips, close }) => {
    await agreeTerms(deps, HOLDER);
    await close(UNTIL);
    const first = await settle(deps, { holderId: HOLDER, until: UNTIL });
    await close("2026-11-30");
    assert.equal(
      await proposeSettlement(deps, { holderId: HOLDER, until: UNTIL, by: "karin" }),
      "settled",
    );
    const second = await settle(deps, { holderId: HOLDER, until: "2026-11-30" });
    assert.deepEqual([first.number, first.from, first.until], [1, "2026-11-01", UNTIL]);
    assert.deepEqual([second.number, second.from], [2, "2026-11-16"]);
    assert.equal(second.carriedInOre, first.carriedOutOre);
    // Numbers of the series have no gap, and who both were is frozen.
    assert.deepEqual([first.papers?.invoice, second.papers?.invoice], [1, 2]);
    assert.deepEqual([first.papers?.selfBilled, second.papers?.selfBilled], [null, null]);
    assert.equal(first.papers?.holder.name, "Åkeri H1");
    const owedOre = trips.truths.filter(({ entityId }) => entityId === HOLDER)
      .reduce((sum, { paidOre }) => sum + paidOre, 0);
    const sold = [first, second].flatMap(({ soldOre }) => Object.values(soldOre));
    assert.equal(sold.reduce((sum, ore) => sum + ore, 0), owedOre);
  }));

Deno.test("nothing is written into days that are proposed or settled; given up, they are open again", () =>
  withTrips(async ({ deps, close }) => {
    await agreeTerms(deps, HOLDER);
    await close(UNTIL);
    const radio = {
      ...{ holderId: HOLDER, date: UNTIL, kind: "deduction", reason: "Radio" } as const,
      ...{ amountOre: 10_000, vatRatePercent: 25, by: "karin" },
    };
    assert.equal(await adjustSettlement(deps, radio), null);
    const [written] = await deps.settlements.adjustments(HOLDER, UNTIL, UNTIL);
    assert(written);
    await proposeSettlement(deps, { holderId: HOLDER, until: UNTIL, by: "karin" });
    assert.equal(await adjustSettlement(deps, radio), "settled");
    assert.equal(await strikeAdjustment(deps, written), "settled");
    assert.equal(
      await writeTerms(deps, { holderId: HOLDER, from: UNTIL, by: "karin", revision: 0 }, TERMS),
      "settled",
    );
    assert.equal((await deps.settlements.get(HOLDER, 1))?.amounts.deductionsOre, 10_000);
    assert.equal(
      await discardSettlement(deps, { holderId: HOLDER, number: 1, proposedAt: NOW }),
      null,
    );
    assert.equal(await strikeAdjustment(deps, written), null);
    assert.equal(await strikeAdjustment(deps, written), "nothing-there");
    const again = await settle(deps, { holderId: HOLDER, until: UNTIL });
    assert.deepEqual([again.number, again.amounts.deductionsOre], [1, 0]);
  }));

Deno.test("an adjustment that races a proposal is in it, or is told that the day is settled", () =>
  withTrips(async ({ deps, close }) => {
    await agreeTerms(deps, HOLDER);
    await close(UNTIL);
    const radio = {
      ...{ holderId: HOLDER, date: UNTIL, kind: "deduction", reason: "Radio" } as const,
      ...{ amountOre: 10_000, vatRatePercent: 25, by: "karin" },
    };
    const [proposed, ...written] = await Promise.all([
      proposeSettlement(deps, { holderId: HOLDER, until: UNTIL, by: "karin" }),
      ...Array.from({ length: 5 }, () => adjustSettlement(deps, radio)),
    ]);
    assert.equal(proposed, null);
    const count = written.filter((one) => one === null).length;
    const settlement = await deps.settlements.get(HOLDER, 1);
    assert.equal(settlement?.amounts.deductionsOre, count * 10_000);
    assert(written.every((one) => one === null || one === "settled"));
  }));

Deno.test("what the company buys needs an agreement that it makes the invoice", () =>
  withTrips(async ({ deps, close }) => {
    await agreeTerms(deps, HOLDER, { terms: { ...TERMS, selfBilling: null } });
    const wait = {
      ...{ holderId: HOLDER, date: UNTIL, kind: "compensation", reason: "Jour" } as const,
      ...{ amountOre: 10_000, vatRatePercent: 25, by: "karin" },
    };
    assert.equal(await adjustSettlement(deps, wait), "no-agreement");
    assert.equal(await adjustSettlement(deps, { ...wait, date: "2026-10-01" }), "no-terms");
    await close(UNTIL);
    assert.equal((await settle(deps, { holderId: HOLDER, until: UNTIL })).amounts.boughtOre, 0);
  }));

Deno.test("terms are approved as they were looked at, by somebody else, and later ones begin after today", () =>
  withTrips(async ({ deps }) => {
    const first = { holderId: HOLDER, from: "2026-11-01" };
    assert.equal(await writeTerms(deps, { ...first, by: "karin", revision: 0 }, TERMS), null);
    assert.equal(await writeTerms(deps, { ...first, by: "elsa", revision: 0 }, TERMS), "changed");
    assert.equal(await writeTerms(deps, { ...first, by: "elsa", revision: 1 }, TERMS), null);
    assert.equal(await approveTerms(deps, { ...first, by: "olle", revision: 1 }), "changed");
    for (const by of ["karin", "elsa"]) {
      assert.equal(await approveTerms(deps, { ...first, by, revision: 2 }), "author");
    }
    assert.equal(await approveTerms(deps, { ...first, by: "olle", revision: 2 }), null);
    assert.equal(await writeTerms(deps, { ...first, by: "elsa", revision: 2 }, TERMS), "day-taken");
    assert.equal(await discardTerms(deps, { ...first, revision: 2 }), "day-taken");
    const write = (from: string) =>
      writeTerms(deps, { holderId: HOLDER, from, by: "karin", revision: 0 }, TERMS);
    assert.equal(await write("2026-12-01"), "day-gone");
    assert.equal(await write("2026-12-02"), null);
    assert.equal(
      await discardTerms(deps, { holderId: HOLDER, from: "2026-12-02", revision: 1 }),
      null,
    );
    assert.equal((await deps.settlements.terms(HOLDER)).length, 1);
  }));

Deno.test("what was never looked at is not approved, though it has the number of what was", () =>
  withTrips(async ({ deps, close, clock }) => {
    await agreeTerms(deps, HOLDER);
    await close(UNTIL);
    await proposeSettlement(deps, { holderId: HOLDER, until: "2026-11-14", by: "karin" });
    const seen = { holderId: HOLDER, number: 1, proposedAt: NOW };
    assert.equal(await discardSettlement(deps, seen), null);
    clock.advance({ minutes: 1 });
    await proposeSettlement(deps, { holderId: HOLDER, until: UNTIL, by: "karin" });
    assert.equal(await approveSettlement(deps, { ...seen, by: "olle" }), "changed");
    assert.equal(await discardSettlement(deps, seen), "changed");
    const { proposedAt = "" } = await deps.settlements.get(HOLDER, 1) ?? {};
    assert.equal(await approveSettlement(deps, { ...seen, proposedAt, by: "olle" }), null);
  }));

Deno.test("who wrote a deduction or a compensation of the days does not approve them", () =>
  withTrips(async ({ deps, close }) => {
    await agreeTerms(deps, HOLDER);
    const wait = {
      ...{ holderId: HOLDER, date: UNTIL, kind: "compensation", reason: "Jour" } as const,
      ...{ amountOre: 900_000, vatRatePercent: 25, by: "olle" },
    };
    assert.equal(await adjustSettlement(deps, wait), null);
    await close(UNTIL);
    await proposeSettlement(deps, { holderId: HOLDER, until: UNTIL, by: "karin" });
    const seen = { holderId: HOLDER, number: 1, proposedAt: NOW };
    assert.equal(await approveSettlement(deps, { ...seen, by: "olle" }), "author");
    assert.equal(await approveSettlement(deps, { ...seen, by: "elsa" }), null);
  }));

Deno.test("terms two people decided are not discarded, begun or not", () =>
  withTrips(async ({ deps }) => {
    await agreeTerms(deps, HOLDER);
    await agreeTerms(deps, HOLDER, { from: "2026-12-24" });
    const later = { holderId: HOLDER, from: "2026-12-24", revision: 1 };
    assert.equal(await discardTerms(deps, later), "day-taken");
    assert.equal((await deps.settlements.terms(HOLDER)).length, 2);
  }));

Deno.test("more than a quarter is not settled at once", () =>
  withTrips(async ({ deps }) => {
    await agreeTerms(deps, HOLDER, { from: "2026-08-01" });
    const propose = (until: string) =>
      proposeSettlement(deps, { holderId: HOLDER, until, by: "karin" });
    assert.equal(await propose("2026-11-01"), "too-long");
    assert.equal(await propose("2026-10-31"), "not-closed");
  }));

async function withTrips(
  run: (test: {
    trips: BookedTrips;
    deps: BookedTrips["deps"] & { ledger: BookedTrips["ledger"]; settlements: SettlementStore };
    close: (date: string) => Promise<void>;
    notes: () => Promise<void>;
    clock: ManualClock;
  }) => Promise<void>,
) {
  using trips = await bookedTrips(120);
  const settlements = new SettlementStore(trips.db);
  const clock = manualClock(NOW);
  const deps = { ...trips.deps, clock, ledger: trips.ledger, settlements };
  const notes = () => bookNotes(trips);
  const close = (date: string) => closeThrough(deps, { entityId: HOLDER, date, book: notes });
  await run({ trips, deps, close, notes, clock });
}

async function vouchersOf({ ledger }: { ledger: BookedTrips["ledger"] }) {
  const all = await Promise.all(
    [HOLDER, HOUSE].map((entityId) =>
      Array.fromAsync(ledger.vouchersBetween({ entityId, from: "2026-11-01", until: "2026-12-31" }))
    ),
  );
  return all.flat().filter(({ series }) => series === "C");
}
