import assert from "node:assert/strict";
import { plainSummary } from "../../../../lib/fees/fee-rules.ts";
import { SHIPPED_EDITION } from "../../../../lib/fees/fee-terms.ts";
import { manualClock } from "../../../../lib/kernel/clock.ts";
import { loadPlaceIndex } from "../../../../lib/places/place-index.ts";
import { homeData } from "../../../../lib/ui/customer/home/home-data.ts";

Deno.test("the start page has Sweden's today, and the rule of cancelling that holds now", async () => {
  const clock = manualClock("2026-11-27T23:30:00Z");
  const feeEditions = { toShow: () => Promise.resolve(SHIPPED_EDITION) };
  const data = await homeData({ clock, places: loadPlaceIndex(), feeEditions }, "sv");
  assert.equal(data.choices.today, "2026-11-28");
  assert.deepEqual(data.cancellation, plainSummary(SHIPPED_EDITION));
  assert.ok(data.popular.length > 0);
});
