import assert from "node:assert/strict";
import {
  amountFields,
  type FeeProblem,
  withoutRow,
  withSentRow,
  withSentTimes,
} from "../../lib/board/fee-form.ts";
import { MAX_FEE_ROWS } from "../../lib/fees/fee-matrix.ts";
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";

const { matrix } = SHIPPED_EDITION;
const ROW = {
  ...{ fault: "nobody", kind: "cancel", place: " zone:centrum ", vehicleClass: "premium" },
  ...{ from: "06:00", until: "09:00", withinMinutes: "30", amount: "12,5", amountUnit: "fixed" },
};

Deno.test("a row is read from its fields: a zone by its mark, empty fields as anything, kronor as öre", () => {
  const read = withSentRow(matrix, fields({ ...ROW, amount: "125" }));
  assert.deepEqual(read.ok && read.matrix.rows.at(-1), {
    ...{ fault: "nobody", kind: "cancel", place: { kind: "zone", id: "centrum" } },
    ...{ vehicleClass: "premium", band: { from: "06:00", until: "09:00" }, withinMinutes: 30 },
    amount: { kind: "fixed", ore: 12_500 },
  });
  const plain = withSentRow(
    matrix,
    fields({ fault: "company", kind: "no-show", amount: "0", amountUnit: "percent" }),
  );
  assert.deepEqual(plain.ok && plain.matrix.rows.at(-1), {
    ...{ fault: "company", kind: "no-show", place: { kind: "any" }, vehicleClass: null },
    ...{ band: null, withinMinutes: null, amount: { kind: "percent", percent: 0 } },
  });
});

for (
  const [wrong, problem] of [
    [{ amount: "" }, "amount"],
    [{ amount: "-1" }, "amount"],
    [{ amount: "0,5" }, "amount"],
    [{ amount: "101", amountUnit: "percent" }, "amount"],
    [{ fault: "weather" }, "fault"],
    [{ kind: "late" }, "kind"],
    [{ place: "zone:Mitt i!" }, "place"],
    [{ place: "19121212-1212" }, "place"],
    [{ vehicleClass: "bus" }, "vehicleClass"],
    [{ until: "" }, "band"],
    [{ from: "25:00" }, "band"],
    [{ withinMinutes: "snart" }, "withinMinutes"],
    [{ withinMinutes: "0" }, "withinMinutes"],
    [{ kind: "no-show" }, "no-show-within"],
  ] as const satisfies readonly (readonly [Partial<typeof ROW>, FeeProblem])[]
) {
  Deno.test(`a row with ${JSON.stringify(wrong)} is refused as ${problem}`, () => {
    const read = withSentRow(matrix, fields({ ...ROW, amount: "125", ...wrong }));
    assert.deepEqual(read, { ok: false, problem });
  });
}

Deno.test("a row more than a list holds is refused as that", () => {
  const rows = Array.from({ length: MAX_FEE_ROWS }, (_, i) => ({
    ...matrix.rows[0]!,
    withinMinutes: i + 1,
  }));
  const read = withSentRow({ ...matrix, rows }, fields({ ...ROW, amount: "125" }));
  assert.deepEqual(read, { ok: false, problem: "full" });
});

Deno.test("times and steps of lateness are read, an empty step is none, and steps stand in order", () => {
  const times = { waitMinutes: "15", late0: "10", back0: "10", back0Unit: "percent", late1: "" };
  const read = withSentTimes(matrix, fields(times));
  assert.deepEqual(read.ok && [read.matrix.waitMinutes, read.matrix.lateness], [15, [
    { fromMinutes: 10, amount: { kind: "percent", percent: 10 } },
  ]]);
  const back = { ...times, late1: "5", back1: "20", back1Unit: "percent" };
  assert.deepEqual(withSentTimes(matrix, fields(back)), { ok: false, problem: "order" });
  assert.deepEqual(withSentTimes(matrix, fields({ ...times, back0: "" })), {
    ...{ ok: false, problem: "lateness" },
  });
  assert.deepEqual(withSentTimes(matrix, fields({ ...times, waitMinutes: "" })), {
    ...{ ok: false, problem: "waitMinutes" },
  });
});

Deno.test("a row is taken out by its place, and a place that is none takes nothing", () => {
  assert.deepEqual(withoutRow(matrix, "0").rows, matrix.rows.slice(1));
  for (const place of ["7", "", "0x0", undefined]) {
    assert.deepEqual(withoutRow(matrix, place).rows, matrix.rows);
  }
});

Deno.test("an amount stands in its fields as it was typed", () => {
  assert.deepEqual(amountFields({ kind: "fixed", ore: 12_500 }), { value: 125, unit: "fixed" });
  assert.deepEqual(amountFields({ kind: "percent", percent: 7 }), { value: 7, unit: "percent" });
});

function fields(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(values));
}
