import assert from "node:assert/strict";
import { lookAtSheet, openSheet } from "../../../../lib/board/sheet/look-at-sheet.ts";
import { sheetSetting } from "../../../../lib/board/sheet/sheet-setting.ts";
import type { SheetKind } from "../../../../lib/board/sheet/sheet-kind.ts";
import type { SheetValues } from "../../../../lib/board/sheet/sheet-values.ts";
import { changeTrip } from "../../../../lib/dispatch/change-trip.ts";
import type { Booking } from "../../../../lib/booking/booking.ts";
import type { Locale } from "../../../../lib/kernel/locale.ts";
import { DEMO_VEHICLES } from "../../../../scripts/demo/demo-fleet.ts";
import { type SheetView, sheetView } from "../../../../lib/ui/operator/change/sheet-view.ts";
import { anOperator } from "../../../support/operator.ts";
import { type TestServices, testServices } from "../../../support/services.ts";
import { aQuote, aStoredBooking } from "../../../support/trips.ts";

/** The sheet of a booking in words, with something written in it. */
async function viewOf(
  { services }: TestServices,
  { id }: Booking,
  kind: SheetKind,
  written: Partial<SheetValues> = {},
  locale: Locale = "sv",
): Promise<SheetView> {
  const first = await openSheet(services, { bookingId: id, kind, locale });
  const { values, openedVersion } = first;
  const sent = {
    ...{ values: { ...values, ...written }, isAnswered: false, seen: null },
    ...{ openedVersion, expectedVersion: openedVersion },
  };
  const { data } = await lookAtSheet(services, {
    bookingId: id,
    kind,
    locale,
    sent,
    isFinal: true,
  });
  const { session } = await anOperator(services);
  return sheetView(data, await sheetSetting(services, session, locale));
}

const plain = (text: string) => text.replace(/\s/g, " ").replace(/[\u2068\u2069]/g, "");

Deno.test("the price is said before and after, with the difference and its sign in words", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const dearer = (await viewOf(test, booking, "change", { vehicleClass: "premium" })).outcome;
  assert.match(plain(dearer.price?.before ?? ""), /^\d+ kr$/);
  assert.match(plain(dearer.price?.difference ?? ""), /^\d+ kr mer$/);
  assert.match(plain(dearer.car), /^Bil \d+ är ledig och reserveras$/);
  const same = (await viewOf(test, booking, "change", { note: "Hej" })).outcome;
  assert.equal(same.price?.difference, "oförändrat");
  assert.match(plain(same.car), /^Bil \d+ kör resan som förut$/);
  const unchanged = await viewOf(test, booking, "change", {});
  assert.equal(unchanged.outcome.hint, "Inget är ändrat än.");
  assert.equal(unchanged.canSend, false);
  const english =
    (await viewOf(test, booking, "change", { vehicleClass: "premium" }, "en")).outcome;
  assert.match(plain(english.price?.difference ?? ""), / more$/);
});

Deno.test("no free car is said by its kind, with the times there are, and the way of two cars", async () => {
  const [car] = DEMO_VEHICLES.filter(({ vehicleClass }) => vehicleClass === "standard");
  assert(car !== undefined);
  await using test = await testServices({ vehicles: [car] });
  const { booking } = await aStoredBooking(test.services);
  await aStoredBooking(test.services, { wallTime: "2026-11-24T14:00" });
  const view = await viewOf(test, booking, "change", { time: "14:15" });
  assert.deepEqual(view.outcome.refusals, ["Ingen taxi är ledig då."]);
  assert.equal(view.outcome.instead.length, 3);
  assert.match(view.outcome.instead[0]?.wallTime ?? "", /^2026-11-24T1\d:\d\d$/);
  assert.match(view.outcome.instead[0]?.name ?? "", /^i morgon 1\d\.\d\d$/);
  assert.equal(view.canSend, false);
  assert.notEqual(view.words.splitInstead, "");
});

Deno.test("a split says who travels in each car, and how many there are to share", async () => {
  await using test = await testServices();
  const quote = await aQuote(test.services, { passengers: 6, bags: 4 });
  const { booking } = await aStoredBooking(test.services, { quote, vehicleClass: "van" });
  const { outcome, words, bounds } = await viewOf(test, booking, "split", { passengers: "2" });
  assert.deepEqual(outcome.price?.parts.map(({ name }) => name), [
    "Den första bilen, 4 resenärer",
    "Den andra bilen, 2 resenärer",
  ]);
  assert.equal(words.fields.passengers, "Resenärer, av 6");
  assert.deepEqual([bounds.passengers, bounds.bags, bounds.pets], [[1, 5], [0, 4], [0, 0]]);
});

Deno.test("what another did meanwhile is told with who, from what and to what", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { id: bookingId, version, trip } = booking;
  await changeTrip(test.services, {
    ...{ bookingId, change: { note: "Portkod 4711", passengers: 2 }, expectedVersion: version },
    price: { tariff: "original", keepReason: null },
    ...{ expectedTotalOre: trip.totalOre, idempotencyKey: null },
    actor: { kind: "operator", id: null, name: "Omar" },
  });
  const { session } = await anOperator(test.services);
  const sheet = { bookingId, kind: "change", locale: "sv" } as const;
  const first = await openSheet(test.services, sheet);
  const { data } = await lookAtSheet(test.services, {
    ...sheet,
    sent: {
      ...{ values: first.values, isAnswered: false, seen: null },
      ...{ openedVersion: version, expectedVersion: version },
    },
    isFinal: false,
  });
  const view = sheetView(data, await sheetSetting(test.services, session, "sv"));
  assert.deepEqual(view.since.map(plain), ["06.00, Omar: Till föraren inget → Portkod 4711"]);
});

Deno.test("a question about a place comes with its answers, and words that mean nothing with an error", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const view = await viewOf(test, booking, "change", { from: "kyrkogata", fromId: "" });
  assert((view.questions.from?.choices.length ?? 0) > 1);
  assert.deepEqual(view.errors.map(({ field }) => field), ["from"]);
  const gap = await viewOf(test, booking, "duplicate", { date: "2027-03-28", time: "02:30" });
  assert.equal(gap.questions.pickup?.name, "gapTime");
});

Deno.test("a view is plain data: what the page draws is what the script is sent", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  for (const kind of ["change", "split", "duplicate", "return"] as const) {
    const view = await viewOf(test, booking, kind);
    assert.deepEqual(JSON.parse(JSON.stringify(view)), view);
  }
});
