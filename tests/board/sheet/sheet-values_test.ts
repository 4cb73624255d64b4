import assert from "node:assert/strict";
import {
  openingValues,
  rebased,
  submittedSheet,
  touchedFields,
  valuesOf,
} from "../../../lib/board/sheet/sheet-values.ts";
import { fc } from "../../support/property.ts";
import { testServices } from "../../support/services.ts";
import { aQuote, aStoredBooking } from "../../support/trips.ts";

const NOW = Temporal.Instant.from("2026-11-23T05:00:00Z");

async function aBooking(passengers = 2) {
  await using test = await testServices();
  const { services } = test;
  const quote = await aQuote(services, { passengers, bags: 5 });
  return (await aStoredBooking(services, { quote, vehicleClass: "van" })).booking;
}

Deno.test("a sheet that was sent as it was drawn touches nothing", async () => {
  const booking = await aBooking();
  const values = valuesOf(booking);
  const sent = submittedSheet(
    new Map(Object.entries({ ...values, fromAsked: values.from, toAsked: values.to })),
  );
  assert.deepEqual(touchedFields(sent, values), []);
  assert.equal(sent.phone, "070-123 45 67");
  // The time as Swedish clocks show it is the same time.
  const shown = { ...values, fromAsked: values.from, toAsked: values.to, time: "10.00" };
  assert.deepEqual(touchedFields(submittedSheet(new Map(Object.entries(shown))), values), []);
});

Deno.test("what two people write in different fields stands side by side; in one field the last words stand", async () => {
  const base = valuesOf(await aBooking());
  const sent = { ...base, note: "Portkod 4711", passengers: "4" };
  const current = { ...base, time: "11:00", date: "2026-11-25", passengers: "3" };
  assert.deepEqual(rebased(sent, base, current), {
    ...current,
    note: "Portkod 4711",
    passengers: "4",
  });
});

Deno.test("words and their place, day and time are kept or left together", async () => {
  const base = valuesOf(await aBooking());
  const sent = { ...base, time: "12:00", from: "Ullevi", fromId: "" };
  const current = { ...base, date: "2026-11-30", fromId: "street:other", from: "Annan gata" };
  const { date, time, from, fromId } = rebased(sent, base, current);
  assert.deepEqual({ date, time, from, fromId }, {
    ...{ date: base.date, time: "12:00", from: "Ullevi", fromId: "" },
  });
});

Deno.test("whoever wrote nothing sees just what the other wrote, whatever that is", async () => {
  const base = valuesOf(await aBooking());
  const names = ["note", "name", "passengers", "time", "from", "vehicleClass"] as const;
  fc.assert(fc.property(fc.subarray([...names]), fc.string(), (theirs, word) => {
    const current = { ...base, ...Object.fromEntries(theirs.map((name) => [name, word])) };
    assert.deepEqual(rebased(base, base, current), current);
    assert.deepEqual(rebased(current, base, base), current);
  }));
});

Deno.test("half of everybody goes with the second car, and nobody is left alone without a car", async () => {
  for (const [passengers, going] of [[2, "1"], [5, "2"], [6, "3"], [7, "3"]] as const) {
    const values = openingValues("split", await aBooking(passengers), NOW);
    assert.equal(values.passengers, going);
    assert.equal(values.bags, "2");
  }
});

Deno.test("the same again is a day on, the way back an hour after arrival, and neither lies behind us", async () => {
  const booking = await aBooking();
  const again = openingValues("duplicate", booking, NOW);
  assert.deepEqual([again.date, again.time], ["2026-11-25", "10:00"]);
  const back = openingValues("return", booking, NOW);
  assert.equal(back.date, "2026-11-24");
  assert.match(back.time, /^1[1-2]:(00|15|30|45)$/);
  const later = Temporal.Instant.from("2026-12-05T09:07:00Z");
  const afterwards = openingValues("duplicate", booking, later);
  assert.deepEqual([afterwards.date, afterwards.time], ["2026-12-06", "10:00"]);
  const backLater = openingValues("return", booking, later);
  assert.deepEqual([backLater.date, backLater.time], ["2026-12-05", "11:15"]);
});
