import assert from "node:assert/strict";
import { changeInput, priceWish, readChange } from "../../lib/board/change-input.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { NOT_LOCATED } from "../../lib/trip/locate-stops.ts";
import { aBooking } from "../support/bookings.ts";

const places = loadPlaceIndex();
const HOW = { locale: "sv", located: NOT_LOCATED } as const;

function read(sent: unknown) {
  return readChange(places, aBooking(), changeInput.parse(sent), HOW);
}

Deno.test("readChange() takes what was sent, made clean, and leaves the rest as the booking has it", () => {
  const change = read({
    to: { words: "Landvetter", placeId: "airport:GOT" },
    pickup: { wallTime: "2026-11-24T11:00" },
    passengers: 3,
    extras: { pets: 1 },
    vehicleClass: "van",
    contact: { phone: "070-999 99 99" },
    flightNumber: "sk 1436",
  });
  assert(change.ok);
  const { to, pickup, ...rest } = change.value;
  assert.equal(to?.placeId, "airport:GOT");
  assert.equal(pickup?.instant, "2026-11-24T10:00:00Z");
  assert.deepEqual(rest, {
    passengers: 3,
    extras: { pets: 1 },
    vehicleClass: "van",
    contact: { ...aBooking().contact, phone: "+46709999999" },
    flightNumber: "SK1436",
    note: "",
  });
});

Deno.test("readChange() names every field that needs another look", () => {
  const change = read({
    from: { words: "qqxxyyzz" },
    pickup: { wallTime: "2027-03-28T02:30" },
    contact: { phone: "112" },
    flightNumber: "1436",
  });
  assert(!change.ok);
  assert.deepEqual(
    change.errors.map(({ field }) => field),
    ["from", "time", "phone", "flightNumber"],
  );
});

Deno.test("the tariff is that of the first price unless the operator says another", () => {
  assert.deepEqual(priceWish(changeInput.parse({})), { tariff: "original", keepReason: null });
  const asked = changeInput.parse({ tariff: "new", keepPrice: " vårt fel " });
  assert.deepEqual(priceWish(asked), { tariff: "new", keepReason: "vårt fel" });
  for (const wrong of [{ tariff: "old" }, { keepPrice: " " }, { passengers: 9 }, { bags: -1 }]) {
    assert.equal(changeInput.safeParse(wrong).success, false, JSON.stringify(wrong));
  }
});
