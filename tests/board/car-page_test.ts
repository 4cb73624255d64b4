import assert from "node:assert/strict";
import { MAX_REASON_LENGTH } from "../../lib/booking/booking.ts";
import { readOutageForm } from "../../lib/board/car-page.ts";

const FORM = { from: "2026-11-26T16:00", until: "2026-11-26T18:00", reason: " bromsar " };
const read = (fields: Partial<typeof FORM>, needsReason = true) =>
  readOutageForm(new Map(Object.entries({ ...FORM, ...fields })), { needsReason });
const iso = (ms: number | null | undefined) => ms == null ? ms : new Date(ms).toISOString();

Deno.test("a form means a stretch in Swedish time, and its reason is cleaned", () => {
  const { draft, stretch } = read({});
  assert.deepEqual([iso(stretch?.startMs), iso(stretch?.endMs)], [
    "2026-11-26T15:00:00.000Z",
    "2026-11-26T17:00:00.000Z",
  ]);
  assert.deepEqual([draft.reason, draft.problem], ["bromsar", null]);
});

Deno.test("without an end the car is out until somebody says that it is back", () => {
  assert.equal(read({ until: "" }).stretch?.endMs, null);
});

Deno.test("an end that does not come after the start, or that is none, is asked about; what was typed stays", () => {
  for (const until of ["2026-11-26T16:00", "2026-11-26T15:59", "sen", "2026-11-31T18:00"]) {
    const { draft, stretch } = read({ until });
    assert.deepEqual([stretch, draft.problem, draft.until], [null, "time", until]);
  }
  for (const from of ["", "nu", "2026-02-30T10:00"]) {
    assert.equal(read({ from }).draft.problem, "time");
  }
});

Deno.test("taking a car out needs a reason of a bounded length; looking at the trips needs none", () => {
  for (const reason of ["", "  ", "x".repeat(MAX_REASON_LENGTH + 1)]) {
    assert.equal(read({ reason }).draft.problem, "reason");
    assert.equal(read({ reason }, false).draft.problem, null);
  }
});

Deno.test("a time the clock skips in spring means the one after it", () => {
  const { stretch } = read({ from: "2027-03-28T02:30", until: "" });
  assert.equal(iso(stretch?.startMs), "2027-03-28T01:30:00.000Z");
});
