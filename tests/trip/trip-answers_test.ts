// What a trip form is read as: the whole trip when it is in order, the fields and their reasons when it is not.
import assert from "node:assert/strict";
import { DomainError, type DomainErrorCode } from "../../lib/errors/domain-error.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import {
  parseTripForm,
  resolvePickup,
  resolveTrip,
  tripFieldError,
} from "../../lib/trip/trip-form.ts";
import { type TripFormValues, tripInput } from "../../lib/trip/trip-input.ts";

const places = loadPlaceIndex();

const GOOD: TripFormValues = {
  from: "Landvetter, hall 2",
  fromId: "airport:GOT",
  to: "Vasagatan 3",
  toId: "street:vasagatan~viktoriagatan",
  date: " 2026-11-24 ",
  time: " 7.30 ",
  overlap: "",
  passengers: " 3 ",
  bags: "2",
  wheelchairs: "0",
  childSeats: "1",
  pets: "4",
  extraLuggage: "3",
};

function errorsOf(changes: Partial<TripFormValues>): string[] {
  const trip = parseTripForm(places, { ...GOOD, ...changes }, "sv");
  return trip.ok ? [] : trip.errors.map(({ field, code }) => `${field} ${code}`);
}

Deno.test("a form in order is the trip it says: places, pickup, people, bags and extras", () => {
  const airport = {
    placeId: "airport:GOT",
    kind: "airport",
    name: "Göteborg Landvetter Airport",
    area: "Härryda",
    point: { lat: 57.6685, lng: 12.2942 },
    words: "Landvetter, hall 2",
  };
  assert.deepEqual(parseTripForm(places, GOOD, "en"), {
    ok: true,
    value: {
      from: airport,
      to: {
        placeId: "street:vasagatan~viktoriagatan",
        kind: "street",
        name: "Vasagatan at Viktoriagatan",
        area: "Göteborg",
        point: { lat: 57.69811, lng: 11.96555 },
        words: "Vasagatan 3",
      },
      pickup: {
        wallTime: "2026-11-24T07:30",
        timeZone: "Europe/Stockholm",
        instant: "2026-11-24T06:30:00Z",
      },
      passengers: 3,
      bags: 2,
      wheelchairs: 0,
      extras: { childSeats: 1, pets: 4, extraLuggage: 3 },
    },
  });
});

Deno.test("a field left empty is one person, no bag, no extra", () => {
  const left = { passengers: " ", bags: "", childSeats: " ", pets: "", extraLuggage: "" };
  const trip = parseTripForm(places, { ...GOOD, ...left }, "sv");
  assert(trip.ok);
  const { passengers, bags, extras } = trip.value;
  assert.deepEqual([passengers, bags, extras], [
    1,
    0,
    { childSeats: 0, pets: 0, extraLuggage: 0 },
  ]);
});

Deno.test("every field that is not in order is named with its own reason", () => {
  const wrong: [Partial<TripFormValues>, string[]][] = [
    [{ from: " ", fromId: "" }, ["from fromMissing"]],
    [{ to: "", toId: "" }, ["to toMissing"]],
    [{ from: "", fromId: "", to: "", toId: "", bags: "x" }, [
      "from fromMissing",
      "to toMissing",
      "bags bagsInvalid",
    ]],
    [{ from: "x".repeat(201) }, ["from placeTooLong"]],
    [{ to: "x".repeat(450) }, ["to placeTooLong"]],
    [{ toId: "x".repeat(101) }, ["to placeTooLong"]],
    [{ to: "qqxxyyzz", toId: "" }, ["to placeUnknown"]],
    [{ to: "kung", toId: "" }, ["to placeGuess"]],
    [{ to: "Landvetter", toId: "" }, ["to placeSeveral"]],
    [{ to: "Göteborg", toId: "" }, ["to placeArea"]],
    [{ to: "Göteborg", toId: "town:2711537" }, ["to placeArea"]],
    [{ toId: "" }, ["to placeSpot"]],
    [{ toId: "street:vasagatan" }, ["to placeSpot"]],
    [{ toId: "street:vasagatan~more" }, ["to placeSpot"]],
    [{ to: "Köpenhamn", toId: "" }, ["to placeAbroad"]],
    [{ from: "Landvetter", fromId: "airport:XXX" }, ["from placeSeveral"]],
    [{ to: "Avicii Arena", toId: "" }, ["to placeNeedsPin"]],
    [{ to: "Globen", toId: "landmark:avicii-arena" }, ["to placeNeedsPin"]],
    [{ date: "24/11" }, ["date dateInvalid"]],
    [{ date: "2026-02-30" }, ["date dateInvalid"]],
    [{ date: "x2026-11-24" }, ["date dateInvalid"]],
    [{ date: "2026-11-241" }, ["date dateInvalid"]],
    [{ time: "halv tio" }, ["time timeInvalid"]],
    [{ time: "" }, ["time timeInvalid"]],
    [{ overlap: "both" }, ["time timeInvalid"]],
    [{ date: "2027-03-28", time: "02:30" }, ["time pickupGap"]],
    [{ date: "2026-10-25", time: "02:30" }, ["time pickupOverlap"]],
    [{ passengers: "0" }, ["passengers passengersInvalid"]],
    [{ passengers: "1e0" }, ["passengers passengersInvalid"]],
    [{ passengers: "0001" }, ["passengers passengersInvalid"]],
    [{ bags: "x1" }, ["bags bagsInvalid"]],
    [{ bags: "1x" }, ["bags bagsInvalid"]],
    [{ childSeats: "5" }, ["childSeats extrasInvalid"]],
    [{ pets: "-1" }, ["pets extrasInvalid"]],
    [{ extraLuggage: "0.5" }, ["extraLuggage extrasInvalid"]],
    [{ from: "kung", fromId: "", to: "qqxxyyzz", toId: "", date: "2026-02-30" }, [
      "from placeGuess",
      "to placeUnknown",
      "date dateInvalid",
    ]],
  ];
  for (const [changes, expected] of wrong) {
    assert.deepEqual(errorsOf(changes), expected, JSON.stringify(changes).slice(0, 100));
  }
  assert.deepEqual(errorsOf({ date: "2026-10-25", time: "02:30", overlap: "later" }), []);
  assert.deepEqual(errorsOf({ time: "07:30", passengers: "8", bags: "12" }), []);
});

Deno.test("an end that fits several comes with them, in the language that is read", () => {
  const trip = parseTripForm(places, { ...GOOD, to: "Landvetter", toId: "" }, "en");
  assert(!trip.ok);
  assert.deepEqual(trip.errors[0]?.places?.map(({ id }) => id), ["airport:GOT", "town:2697703"]);
  assert.equal(trip.errors[0]?.places?.[0]?.name, "Göteborg Landvetter Airport");
});

Deno.test("an end may be an id alone; words then are the place's name, and other words stay", () => {
  const input = (words: string, placeId: string) =>
    tripInput.parse({
      from: { words, placeId },
      to: { words: "Korsvägen" },
      pickup: { wallTime: "2026-11-24T10:00" },
    });
  const from = (words: string, placeId: string) => {
    const trip = resolveTrip(places, input(words, placeId), "sv");
    return trip.ok ? [trip.value.from.placeId, trip.value.from.words] : trip.errors;
  };
  assert.deepEqual(from("", "airport:GOT"), ["airport:GOT", "Göteborg Landvetter flygplats"]);
  assert.deepEqual(from("hall 2", "airport:GOT"), ["airport:GOT", "hall 2"]);
  assert.deepEqual(from("ARN", "airport:XXX"), ["airport:ARN", "ARN"]);
  assert.deepEqual(from("", ""), [{ field: "from", code: "fromMissing" }]);
  assert.deepEqual(from("", "airport:XXX"), [{ field: "from", code: "placeUnknown" }]);
});

Deno.test("an id that a program sends with words of another place is asked about, and taken while they agree", () => {
  const from = (words: string, placeId: string) => {
    const input = tripInput.parse({
      from: { words, placeId },
      to: { words: "Korsvägen" },
      pickup: { wallTime: "2026-11-24T10:00" },
    });
    const trip = resolveTrip(places, input, "sv");
    if (trip.ok) return trip.value.from.placeId;
    return `${trip.errors[0]?.code} ${trip.errors[0]?.places?.[0]?.id}`;
  };
  assert.equal(from("Malmö C", "airport:GOT"), "placeSeveral station:malmo-centralstation");
  assert.equal(
    from("Kungsgatan 12, Malmö", "street:kungsgatan~korsgatan"),
    "placeGuess station:malmo-centralstation",
  );
  assert.equal(
    from("Kungsgatan 12", "street:kungsgatan~korsgatan"),
    "street:kungsgatan~korsgatan",
  );
  assert.equal(from("Vasagatan 11", "pin:57.69811,11.96555"), "pin:57.69811,11.96555");
});

Deno.test("a person who chose a place for just these words has it, and the words stay", () => {
  const chosen = { from: "Kungsgatan 12, Malmö", fromId: "street:kungsgatan~korsgatan" };
  const trip = parseTripForm(places, { ...GOOD, ...chosen }, "sv");
  assert(trip.ok);
  assert.equal(trip.value.from.placeId, "street:kungsgatan~korsgatan");
  assert.equal(trip.value.from.words, "Kungsgatan 12, Malmö");
});

Deno.test("a pickup on a change night comes with the times around it, the earlier first", () => {
  const times = (wallTime: string) => {
    const pickup = resolvePickup({ wallTime });
    return pickup.ok ? [] : pickup.errors[0]?.pickups?.map(({ instant }) => instant);
  };
  assert.deepEqual(times("2027-03-28T02:30"), ["2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"]);
  assert.deepEqual(times("2026-10-25T02:30"), ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]);
});

Deno.test("a refused quote is about the field that can mend it, with the instant it speaks of", () => {
  const fields: [DomainErrorCode, string, string][] = [
    ["no-route-same-point", "to", "samePlace"],
    ["no-route-abroad", "to", "abroad"],
    ["no-route-no-road", "to", "noRoad"],
    ["no-route-no-crossing", "to", "noCrossing"],
    ["pickup-too-soon", "time", "pickupTooSoon"],
    ["pickup-too-late", "date", "pickupTooLate"],
    ["no-tariff", "date", "pickupTooLate"],
    ["tariff-unreadable", "date", "dayUnsold"],
    ["no-class-fits", "passengers", "noClassFits"],
  ];
  for (const [code, field, named] of fields) {
    assert.deepEqual(tripFieldError(new DomainError(code)), { field, code: named });
  }
  const earliest = "2026-11-23T06:00:00Z";
  assert.deepEqual(tripFieldError(new DomainError("pickup-too-soon", { earliest })), {
    field: "time",
    code: "pickupTooSoon",
    instant: earliest,
  });
  assert.equal(tripFieldError(new DomainError("busy")), null);
  assert.equal(tripFieldError(new Error("no-tariff")), null);
});

Deno.test("a landmark whose point is known is a stop at once, by its words and by its id", () => {
  const stops = [["Ullevi", ""], ["hotell eggers", ""], ["x", "landmark:nordstan"]];
  for (const [to = "", toId = ""] of stops) {
    assert.deepEqual(errorsOf({ to, toId }), [], to);
  }
});
