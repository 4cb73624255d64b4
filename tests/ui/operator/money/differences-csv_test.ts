// The differences of a day as a table: amounts as programs read them, and nothing a spreadsheet would run.
import assert from "node:assert/strict";
import type { Difference } from "../../../../lib/reconciliation/difference.ts";
import { differencesCsv } from "../../../../lib/ui/operator/money/differences-csv.ts";

const ONE: Difference = {
  ...{ id: "d", kind: "returned-differs", date: "2026-11-22", foundAt: "2026-11-23T01:00:00Z" },
  ...{ providerId: "ch_1", paymentId: "P1", bookingId: "B1" },
  theirs: { heldOre: 0, takenOre: 50_000, returnedOre: 1_005 },
  ours: { heldOre: 0, takenOre: 50_000, returnedOre: 0 },
  ...{ settledAt: "2026-11-23T08:00:00Z", settledBy: "p", note: "=HYPERLINK(1)" },
};

Deno.test("each difference is a row with both sides in kronor, and a formula in a note is text", () => {
  const [, row = ""] = differencesCsv("sv", [ONE]).split("\r\n");
  for (const said of ["ch_1", "P1", "B1", "500.00", "10.05", "0.00"]) {
    assert(row.includes(said), row);
  }
  assert(!/(^|[,;"])=HYPERLINK/.test(row), row);
});
