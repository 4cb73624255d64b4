import assert from "node:assert/strict";
import { cancellationRule } from "../../../../lib/booking/cancellation-rules.ts";
import { manualClock } from "../../../../lib/kernel/clock.ts";
import { loadPlaceIndex } from "../../../../lib/places/place-index.ts";
import { homeData } from "../../../../lib/ui/customer/home/home-data.ts";

Deno.test("the start page has Sweden's today, and the rule of cancelling that holds now", () => {
  const clock = manualClock("2026-11-27T23:30:00Z");
  const data = homeData({ clock, places: loadPlaceIndex() }, "sv");
  assert.equal(data.choices.today, "2026-11-28");
  assert.equal(data.cancellation, cancellationRule("2026-11-27T23:30:00Z"));
  assert.ok(data.popular.length > 0);
});
