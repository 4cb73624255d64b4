import assert from "node:assert/strict";
import {
  MAX_REASON_LENGTH,
  readAdjustment,
  readTerms,
  termsFields,
} from "../../lib/board/settlement-form.ts";
import { settlementTermsSchema } from "../../lib/settlement/settlement-terms.ts";
import { TERMS } from "../support/settlements.ts";

const ADJUSTMENT = {
  ...{ kind: "deduction", date: "2026-11-24", reason: "Radio", amount: "1 250,50", rate: "25" },
};

Deno.test("terms come back from their form as they were", () => {
  const read = readTerms(termsFields(TERMS));
  assert.deepEqual(read, { ok: true, value: TERMS });
  assert.deepEqual(settlementTermsSchema.parse(TERMS), TERMS);
});

Deno.test("a method without a rate has none, and a class without one has that of all", () => {
  const read = readTerms(new Map([["rate-card", "12,5"], ["rate-card-van", "0"]]));
  assert(read.ok);
  const { commission, selfBilling, isVatRegistered } = read.value;
  assert.deepEqual(
    commission.map(({ method, vehicleClass, basisPoints }) => [method, vehicleClass, basisPoints]),
    [
      ["card", null, 1_250],
      ["card", "van", 0],
      ["swish", null, 0],
      ["invoice", null, 0],
      ["car", null, 0],
    ],
  );
  assert.deepEqual([selfBilling, isVatRegistered], [null, false]);
});

Deno.test("what is no rate, fee or agreement is told by its field", () => {
  const problemOf = (fields: Record<string, string>) => {
    const read = readTerms(new Map(Object.entries(fields)));
    return read.ok ? null : read.problem;
  };
  for (const rate of ["101", "100,01", "-1", "1,234", "tio"]) {
    assert.equal(problemOf({ "rate-swish": rate }), "rate", rate);
  }
  assert.equal(problemOf({ "rate-swish": "100" }), null);
  for (const fee of ["100001", "1,234", "gratis"]) {
    assert.equal(problemOf({ perRide: fee }), "fee", fee);
    assert.equal(problemOf({ perMonth: fee }), "fee", fee);
  }
  const agreed = { agreedOn: "2026-10-01" };
  for (const objectWithin of ["", "0", "31", "1.5", "x"]) {
    assert.equal(problemOf({ ...agreed, objectWithin }), "agreement", objectWithin);
  }
  assert.equal(problemOf({ agreedOn: "2026-02-30", objectWithin: "8" }), "agreement");
  assert.equal(problemOf({ ...agreed, objectWithin: "30" }), null);
});

Deno.test("an adjustment has a day, a reason without a personal number, and an amount above zero", () => {
  const read = readAdjustment(new Map(Object.entries(ADJUSTMENT)));
  assert(read.ok);
  assert.deepEqual([read.value.amountOre, read.value.vatRatePercent], [125_050, 25]);
  const problemOf = (changed: Partial<typeof ADJUSTMENT>) => {
    const one = readAdjustment(new Map(Object.entries({ ...ADJUSTMENT, ...changed })));
    return one.ok ? null : one.problem;
  };
  for (const date of ["", "2026-02-30", "i dag"]) assert.equal(problemOf({ date }), "date", date);
  for (const reason of ["", "  ", "x".repeat(MAX_REASON_LENGTH + 1), "Lån 19811228-9874"]) {
    assert.equal(problemOf({ reason }), "reason", reason);
  }
  for (const amount of ["", "0", "-1", "1000001", "1,234"]) {
    assert.equal(problemOf({ amount }), "amount", amount);
  }
});

Deno.test("a compensation has the VAT of a service whatever is sent", () => {
  const fields = { ...ADJUSTMENT, kind: "compensation", rate: "0" };
  const read = readAdjustment(new Map(Object.entries(fields)));
  assert(read.ok && read.value.vatRatePercent === 25);
});
