import assert from "node:assert/strict";
import { isLocalDate, nextDate } from "../../lib/kernel/local-date.ts";

Deno.test("nextDate() crosses months, years, leap days and the nights the clock changes", () => {
  assert.equal(nextDate("2026-12-31", 1), "2027-01-01");
  assert.equal(nextDate("2028-03-01", -1), "2028-02-29");
  assert.equal(nextDate("2026-03-28", 1), "2026-03-29");
  assert.equal(nextDate("2026-03-29", 1), "2026-03-30");
  assert.equal(nextDate("2026-10-25", 1), "2026-10-26");
});

Deno.test("isLocalDate() knows days that exist", () => {
  for (const date of ["2026-11-23", "2020-01-01", "2099-12-31", "2028-02-29"]) {
    assert.equal(isLocalDate(date), true, date);
  }
  for (const date of ["2019-12-31", "2100-01-01", "2026-11-231", "x2026-11-23", "2026-11-31"]) {
    assert.equal(isLocalDate(date), false, date);
  }
  for (const text of ["", "2026-02-29", "2026-13-01", "1999-01-01", "23/11", "2026-1-1"]) {
    assert.equal(isLocalDate(text), false, text);
  }
});
