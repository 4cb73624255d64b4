import assert from "node:assert/strict";
import { reachesOf, ridesData } from "../../../../lib/ui/customer/account/rides-page-data.ts";
import { contactOf } from "../../../../lib/ui/customer/quote/known-contact.ts";
import { testServices } from "../../../support/services.ts";
import { aStoredBooking, MAJA } from "../../../support/trips.ts";
import { cancelBookingAsOperator } from "../../../../lib/booking/cancel-booking.ts";

Deno.test("rides to come stand with the next one first, those that were with the latest first", async () => {
  await using test = await testServices();
  const { services } = test;
  const made = [];
  for (const day of [26, 24, 25, 27]) {
    made.push((await aStoredBooking(services, { wallTime: `2026-11-${day}T10:00` })).booking);
  }
  for (const booking of made.slice(2)) {
    await cancelBookingAsOperator(services, {
      ...{ bookingId: booking.id, reason: "", feeOre: 0, expectedVersion: 1 },
      actor: { kind: "operator", id: null, name: "Sara" },
    });
  }
  const data = await ridesData(services, [{ kind: "phone", at: MAJA.phone }], null);
  const days = (rides: typeof data.upcoming) =>
    rides.map(({ booking }) => booking.trip.pickup.wallTime.slice(8, 10));
  assert.deepEqual(days(data.upcoming), ["24", "26"]);
  assert.deepEqual(days(data.past), ["27", "25"]);
  assert.equal(data.older, null);
  const odd = await ridesData(services, [{ kind: "phone", at: MAJA.phone }], "../../etc");
  assert.equal(odd.upcoming.length, 2, "what is no id begins at the beginning");
});

Deno.test("a person is reached where they have shown it, and the form is filled with what is known", () => {
  const maja = { name: "Maja", email: "", phone: "+46701234567" };
  assert.deepEqual(reachesOf(maja), [{ kind: "phone", at: "+46701234567" }]);
  const { name, phone, email, note } = contactOf(maja);
  assert.deepEqual([name, phone, email, note], ["Maja", "070-123 45 67", "", ""]);
  assert.deepEqual(contactOf(null).name, "");
});
