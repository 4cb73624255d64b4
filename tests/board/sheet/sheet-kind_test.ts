import assert from "node:assert/strict";
import { BOOKING_STATUSES } from "../../../lib/booking/booking.ts";
import { MAJA } from "../../support/trips.ts";
import { parseSheetKind, SHEET_KINDS, sheetsFor } from "../../../lib/board/sheet/sheet-kind.ts";

Deno.test("a booking that lives can be changed and split, one that ended without a ride revived, every one copied", () => {
  const of = (status: typeof BOOKING_STATUSES[number]) =>
    sheetsFor({ status, contact: MAJA, passengers: 2 });
  assert.deepEqual(of("confirmed"), ["change", "split", "duplicate", "return"]);
  assert.deepEqual(of("on-board"), ["change", "split", "duplicate", "return"]);
  assert.deepEqual(of("cancelled"), ["duplicate", "return", "revive"]);
  assert.deepEqual(of("expired"), ["duplicate", "return", "revive"]);
  assert.deepEqual(of("completed"), ["duplicate", "return"]);
  for (const status of BOOKING_STATUSES) assert(of(status).length >= 2, status);
});

Deno.test("one passenger fills one car and is never split", () => {
  assert.equal(
    sheetsFor({ status: "confirmed", contact: MAJA, passengers: 1 }).includes("split"),
    false,
  );
});

Deno.test("of a customer who is gone nothing is left to change or to book again", () => {
  const contact = { name: "", phone: "", email: "" };
  for (const status of BOOKING_STATUSES) {
    assert.deepEqual(sheetsFor({ status, contact, passengers: 2 }), [], status);
  }
});

Deno.test("only the words of the sheets are taken from an address", () => {
  assert.deepEqual(SHEET_KINDS.map(parseSheetKind), [...SHEET_KINDS]);
  assert.equal(parseSheetKind("cancel"), null);
});
