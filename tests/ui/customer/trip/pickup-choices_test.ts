import assert from "node:assert/strict";
import { pickupChoices } from "../../../../lib/ui/customer/trip/pickup-choices.ts";

const at = (instant: string) => pickupChoices(Temporal.Instant.from(instant));

Deno.test("today and tomorrow are Sweden's, and a begun minute is not offered any more", () => {
  assert.deepEqual(at("2026-11-27T21:10:30Z"), {
    now: "2026-11-27T22:10",
    today: "2026-11-27",
    tomorrow: "2026-11-28",
    earliest: "2026-11-27T22:41",
  });
});

Deno.test("late in the evening the first pickup is tomorrow's, and a year ends", () => {
  const choices = at("2026-12-31T22:45:00Z");
  assert.equal(choices.today, "2026-12-31");
  assert.equal(choices.tomorrow, "2027-01-01");
  assert.equal(choices.earliest, "2027-01-01T00:16");
});
