import assert from "node:assert/strict";
import { bookingId } from "../../../lib/booking/booking.ts";
import { byOrder, FirstRows } from "../../../lib/booking/search/result-order.ts";
import { fc } from "../../support/property.ts";

const found = fc.record({
  order: fc.nat(3),
  id: fc.nat(99).map((number) => bookingId(`B${number}`)),
});

Deno.test("the first rows of many are those of all of them in order, ties by id, in whatever order they come", () => {
  fc.assert(
    fc.property(
      fc.array(found, { maxLength: 200, size: "max" }),
      fc.integer({ min: 1, max: 5 }),
      (all, limit) => {
        const first = new FirstRows(limit);
        for (const row of all) if (first.wants(row.order)) first.add(row);
        assert.deepEqual(first.sorted(), all.toSorted(byOrder).slice(0, limit));
      },
    ),
  );
});
