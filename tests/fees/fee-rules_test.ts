import assert from "node:assert/strict";
import { type Fault, FAULTS, FEE_KINDS } from "../../lib/fees/fault.ts";
import type { FeeMatrix, FeeRow } from "../../lib/fees/fee-matrix.ts";
import { feeMatrixSchema } from "../../lib/fees/fee-matrix.ts";
import {
  amountOre,
  editionOn,
  feeAt,
  feeSummary,
  latenessAt,
  plainSummary,
  type RideForFees,
  stepAt,
  termsFor,
} from "../../lib/fees/fee-rules.ts";
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import { fc } from "../support/property.ts";

const MINUTE = 60_000;

/** A row that asks nothing but the customer's fault when cancelling. */
const PLAIN: FeeRow = {
  ...{ fault: "customer", kind: "cancel", place: { kind: "any" }, vehicleClass: null, band: null },
  ...{ withinMinutes: 60, amount: { kind: "percent", percent: 50 } },
};

/** A ride from Lindholmen in Göteborg at half past seven for 500 kronor. */
const RIDE: RideForFees = {
  from: { kind: "landmark", name: "Lindholmspiren", area: "Lindholmen, Göteborg" },
  zoneIds: new Set(["centrum"]),
  vehicleClass: "standard",
  clockTime: "07:30",
  totalOre: 50_000,
};

const amounts = fc.oneof(
  fc.record({ kind: fc.constant("percent" as const), percent: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ kind: fc.constant("fixed" as const), ore: fc.nat(900).map((krona) => krona * 100) }),
);
const clock = fc.constantFrom("00:00", "06:00", "07:30", "09:00", "18:00", "23:59");
const feeRows = fc.record({
  fault: fc.constantFrom(...FAULTS),
  kind: fc.constantFrom(...FEE_KINDS),
  place: fc.oneof(
    { arbitrary: fc.constant({ kind: "any" as const }), weight: 3 },
    fc.constantFrom("Göteborg", "goteborg", "Borås", "Lindholmen")
      .map((name) => ({ kind: "city" as const, name })),
    fc.constantFrom("centrum", "arlanda").map((id) => ({ kind: "zone" as const, id })),
  ),
  vehicleClass: fc.constantFrom("standard" as const, "van" as const, null),
  band: fc.option(fc.record({ from: clock, until: clock })),
  withinMinutes: fc.constantFrom(15, 30, 60, 1440, null),
  amount: amounts,
});
const rides = fc.record({
  from: fc.constantFrom(RIDE.from, { kind: "town" as const, name: "Borås", area: "" }),
  zoneIds: fc.subarray(["centrum", "arlanda"]).map((ids) => new Set(ids)),
  vehicleClass: fc.constantFrom("standard" as const, "van" as const),
  clockTime: clock,
  totalOre: fc.integer({ min: 1, max: 1_000_000 }),
});

/** As one would do it with a pen: strike out what does not fit, then compare all that is left with each other. */
function oracleOre(
  rows: readonly FeeRow[],
  ride: RideForFees,
  { fault, kind, leftMs }: { fault: Fault; kind: FeeRow["kind"]; leftMs: number },
): number {
  const towns = { Lindholmspiren: ["goteborg", "lindholmen"], Borås: ["boras"] }[ride.from.name];
  const plain = (name: string) => name.toLowerCase().replace("ö", "o").replace("å", "a");
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const left = rows.filter((row) => {
    if (row.fault !== fault || row.kind !== kind) return false;
    if (row.place.kind === "zone" && !ride.zoneIds.has(row.place.id)) return false;
    if (row.place.kind === "city" && !towns?.includes(plain(row.place.name))) return false;
    if (row.vehicleClass !== null && row.vehicleClass !== ride.vehicleClass) return false;
    if (row.withinMinutes !== null && leftMs >= row.withinMinutes * MINUTE) return false;
    if (row.band === null) return true;
    const [from, until] = [minutes(row.band.from), minutes(row.band.until)];
    const length = until > from ? until - from : until - from + 1440;
    return (minutes(ride.clockTime) - from + 1440) % 1440 < length;
  });
  const rank = (row: FeeRow) => [
    ["any", "city", "zone"].indexOf(row.place.kind),
    row.vehicleClass === null ? 0 : 1,
    row.band === null ? 0 : 1,
    row.withinMinutes === null ? -Infinity : -row.withinMinutes,
  ];
  const ore = ({ amount }: FeeRow) =>
    amount.kind === "fixed"
      ? Math.min(amount.ore, ride.totalOre)
      : amount.percent === 100
      ? ride.totalOre
      : Math.floor(ride.totalOre * amount.percent / 10_000) * 100;
  const isBeaten = (row: FeeRow) =>
    left.some((other) => {
      const [mine, theirs] = [rank(row), rank(other)];
      const i = mine.findIndex((value, at) => value !== theirs[at]);
      return i === -1 ? ore(other) < ore(row) : (theirs[i] ?? 0) > (mine[i] ?? 0);
    });
  const winner = left.find((row) => !isBeaten(row));
  return winner === undefined ? 0 : ore(winner);
}

Deno.test("over 10,000 matrices the row that decides is the one a pen finds, and no fee is above the price", () => {
  const what = fc.record({
    fault: fc.constantFrom(...FAULTS),
    kind: fc.constantFrom(...FEE_KINDS),
    leftMs: fc.integer({ min: -60 * MINUTE, max: 90 * MINUTE }),
  });
  let charged = 0;
  fc.assert(
    fc.property(
      fc.array(feeRows, { maxLength: 30, size: "max" }),
      rides,
      what,
      (rows, ride, misfortune) => {
        const terms = termsFor({ bookedFrom: "2027-01-01", matrix: matrix(rows) }, ride);
        const feeOre = feeAt(terms, misfortune, ride.totalOre);
        assert.equal(feeOre, oracleOre(rows, ride, misfortune));
        assert(feeOre >= 0 && feeOre <= ride.totalOre);
        if (feeOre > 0) charged++;
      },
    ),
    { numRuns: 10_000 },
  );
  assert(charged > 2_000, `Of 10,000 cases only ${charged} cost anything`);
});

Deno.test("where later rows cost no less, later cancelling costs no less", () => {
  const steps = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 6 });
  const moments = fc.tuple(fc.integer({ min: -60, max: 400 }), fc.nat(400));
  fc.assert(fc.property(steps, rides, moments, (minutes, ride, [left, later]) => {
    const ordered = minutes.toSorted((a, b) => b - a);
    const rows = ordered.map((withinMinutes, i): FeeRow => ({
      ...PLAIN,
      withinMinutes,
      amount: { kind: "percent", percent: 10 * (i + 1) },
    }));
    const terms = termsFor({ bookedFrom: "2027-01-01", matrix: matrix(rows) }, ride);
    const at = (leftMinutes: number) =>
      feeAt(terms, { fault: "customer", kind: "cancel", leftMs: leftMinutes * MINUTE }, 50_000);
    assert(at(left - later) >= at(left));
  }));
});

Deno.test("a zone goes before a town, a town before a class, a class before an hour, an hour before a nearer step", () => {
  const rows: FeeRow[] = [
    { ...PLAIN, amount: { kind: "fixed", ore: 100 } },
    { ...PLAIN, withinMinutes: 15, amount: { kind: "fixed", ore: 200 } },
    { ...PLAIN, band: { from: "06:00", until: "09:00" }, amount: { kind: "fixed", ore: 300 } },
    { ...PLAIN, vehicleClass: "standard", amount: { kind: "fixed", ore: 400 } },
    { ...PLAIN, place: { kind: "city", name: "Göteborg" }, amount: { kind: "fixed", ore: 500 } },
    { ...PLAIN, place: { kind: "zone", id: "centrum" }, amount: { kind: "fixed", ore: 600 } },
  ];
  const late = { fault: "customer", kind: "cancel", leftMs: 10 * MINUTE } as const;
  const won = rows.map((_, i) =>
    feeAt(
      termsFor({ bookedFrom: "2027-01-01", matrix: matrix(rows.slice(0, i + 1)) }, RIDE),
      late,
      50_000,
    )
  );
  assert.deepEqual(won, [100, 200, 300, 400, 500, 600]);
});

Deno.test("of two rows nobody can tell apart the cheaper one counts, whichever stands first", () => {
  const rows: FeeRow[] = [
    { ...PLAIN, place: { kind: "city", name: "Göteborg" }, amount: { kind: "fixed", ore: 9_000 } },
    {
      ...PLAIN,
      place: { kind: "city", name: "Lindholmen" },
      amount: { kind: "percent", percent: 10 },
    },
  ];
  for (const both of [rows, rows.toReversed()]) {
    const terms = termsFor({ bookedFrom: "2027-01-01", matrix: matrix(both) }, RIDE);
    assert.equal(feeAt(terms, { fault: "customer", kind: "cancel", leftMs: 0 }, 50_000), 5_000);
  }
});

Deno.test("no row, no fee: what the company or nobody is at fault for costs nothing by the terms that ship", () => {
  const terms = termsFor(SHIPPED_EDITION, RIDE);
  for (const fault of ["company", "nobody"] as const) {
    for (const kind of FEE_KINDS) {
      assert.equal(stepAt(terms, { fault, kind, leftMs: 0 }), null);
      assert.equal(feeAt(terms, { fault, kind, leftMs: 0 }, 50_000), 0);
    }
  }
});

Deno.test("the terms that ship: free until an hour before, then half, all of it for who does not come", () => {
  assert.deepEqual(plainSummary(SHIPPED_EDITION), {
    freeUntilMinutes: 60,
    late: { kind: "percent", percent: 50 },
    noShow: { kind: "percent", percent: 100 },
    waitMinutes: 10,
  });
  assert.deepEqual([SHIPPED_EDITION.bookedFrom, SHIPPED_EDITION.matrix.lateness], [
    "2020-01-01",
    [],
  ]);
  assert(feeMatrixSchema.safeParse(SHIPPED_EDITION.matrix).success);
});

Deno.test("a fixed fee is never above the price, a percentage is whole kronor, and all of it is all of it", () => {
  assert.equal(amountOre({ kind: "fixed", ore: 60_000 }, 50_000), 50_000);
  assert.equal(amountOre({ kind: "percent", percent: 50 }, 41_500), 20_700);
  assert.equal(amountOre({ kind: "percent", percent: 100 }, 50_055), 50_055);
});

Deno.test("a ride that is never free to cancel says so, and a plain one is not allowed to be", () => {
  const always: FeeRow = { ...PLAIN, vehicleClass: "van", withinMinutes: null };
  const van = termsFor({ bookedFrom: "2027-01-01", matrix: matrix([always, PLAIN]) }, {
    ...RIDE,
    vehicleClass: "van",
  });
  assert.equal(feeSummary(van).freeUntilMinutes, null);
  assert(feeMatrixSchema.safeParse(matrix([always, PLAIN])).success);
  const refused = feeMatrixSchema.safeParse(matrix([{ ...PLAIN, withinMinutes: null }]));
  assert.equal(refused.error?.issues[0]?.message, "never-free");
});

for (
  const [name, wrong, issue] of [
    [
      "a row that is there twice",
      matrix([PLAIN, { ...PLAIN, amount: { kind: "fixed", ore: 0 } }]),
      "twice",
    ],
    [
      "a time before the pickup for who does not come",
      matrix([{ ...PLAIN, kind: "no-show" }]),
      "no-show-within",
    ],
    ["steps of lateness out of order", { ...matrix([]), lateness: [late(20), late(10)] }, "order"],
  ] as const
) {
  Deno.test(`${name} is refused`, () => {
    assert.equal(feeMatrixSchema.safeParse(wrong).error?.issues[0]?.message, issue);
  });
}

Deno.test("lateness counts from its minute on, and the furthest step that was reached", () => {
  const lateness = [late(10), late(20)];
  const reached = [9.99, 10, 19.99, 20, 90].map((minutes) =>
    latenessAt({ lateness }, minutes * MINUTE)?.fromMinutes ?? 0
  );
  assert.deepEqual(reached, [0, 10, 10, 20, 20]);
});

Deno.test("a day is ruled by the edition that began last, and by what ships before the first", () => {
  const editions = ["2027-01-01", "2027-03-01"].map((bookedFrom) => ({
    bookedFrom,
    matrix: matrix([]),
  }));
  const ruling = ["2026-12-31", "2027-01-01", "2027-02-28", "2027-03-01"].map((date) =>
    editionOn(editions, date).bookedFrom
  );
  assert.deepEqual(ruling, ["2020-01-01", "2027-01-01", "2027-01-01", "2027-03-01"]);
});

function matrix(rows: readonly FeeRow[]): FeeMatrix {
  return { waitMinutes: 10, rows: [...rows], lateness: [] };
}

function late(fromMinutes: number) {
  return { fromMinutes, amount: { kind: "percent" as const, percent: fromMinutes } };
}
