// A form that is refused says why: to whoever reads the page there is always a sentence beside a field or on top.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { parseTripForm } from "../../lib/trip/trip-form.ts";
import { TRIP_FIELDS, type TripFormValues, tripFormValues } from "../../lib/trip/trip-input.ts";
import { shownErrors } from "../../lib/ui/customer/shown-errors.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { fc } from "../support/property.ts";
import { testServices } from "../support/services.ts";

const places = loadPlaceIndex();

/** A form that is priced, for fields that are not at fault. */
const GOOD: TripFormValues = {
  from: "Landvetter",
  fromId: "airport:GOT",
  to: "Östra Hamngatan 24",
  toId: "pin:57.7066,11.9675",
  date: "2026-11-24",
  time: "10:00",
  overlap: "",
  passengers: "2",
  bags: "1",
  wheelchairs: "0",
  childSeats: "0",
  pets: "0",
  extraLuggage: "0",
};

const nonsense = fc.oneof(
  fc.constantFrom("", " ", "0", "-1", "9", "99", "1e3", "2.5", "nu", "x".repeat(400), "\u0000"),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 10 }),
);
const plausible: Partial<Record<keyof TripFormValues, fc.Arbitrary<string>>> = {
  from: fc.constantFrom("Landvetter", "Kyrkogatan", "Storgatan 1", "qqxxyyzz"),
  to: fc.constantFrom("Landvetter", "Kyrkogatan 3, Mölndal", "Paris"),
  fromId: fc.constantFrom("", "airport:GOT", "airport:XXX", "pin:0,0"),
  toId: fc.constantFrom("", "airport:GOT", "pin:57.7066,11.9675", "pin:91,200"),
  date: fc.constantFrom("2026-11-24", "2026-02-30", "2027-03-28", "2026-13-01", "1999-01-01", "x"),
  time: fc.constantFrom("10:00", "7.30", "02:30", "24:00", "25:61", "9"),
  overlap: fc.constantFrom("", "earlier", "later", "both"),
};
/** A form with most fields in order and the others not. */
const form: fc.Arbitrary<TripFormValues> = fc.record(Object.fromEntries(
  TRIP_FIELDS.map((name) => [
    name,
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(GOOD[name]) },
      { weight: 1, arbitrary: nonsense },
      { weight: 1, arbitrary: plausible[name] ?? fc.constantFrom("0", "1", "3", "8") },
    ),
  ]),
)).map((values) => tripFormValues(new Map(Object.entries(values))));

Deno.test("every trip form that is refused names a field of the form, with a sentence in both languages", () => {
  let refused = 0;
  fc.assert(
    fc.property(form, (values) => {
      const trip = parseTripForm(places, values, "sv");
      if (trip.ok) return;
      refused++;
      assert(trip.errors.length > 0, JSON.stringify(values));
      const fields: readonly string[] = TRIP_FIELDS;
      for (const { field } of trip.errors) assert(fields.includes(field), field);
      for (const locale of ["sv", "en"] as const) {
        for (const { text } of shownErrors(locale, trip.errors, values, "2026-11-23")) {
          assert(text.trim().length > 10, text);
        }
      }
    }),
    { numRuns: 400 },
  );
  assert(refused > 100, String(refused));
});

Deno.test("every trip form that the page refuses comes back with a sentence that leads to a field, or with a question", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const answers = { priced: 0, refused: 0, asked: 0 };
  await fc.assert(
    fc.asyncProperty(form, async (values) => {
      const asked = { ...values, fromAsked: values.from, toAsked: values.to };
      const body = new URLSearchParams(asked);
      const response = await app(new Request(ORIGIN + paths.quotes(), { method: "POST", body }));
      const html = await response.text();
      if (response.status === 303) {
        answers.priced++;
        return;
      }
      assert.equal(response.status, 422, JSON.stringify(values));
      if (html.includes('class="place-step"')) {
        answers.asked++;
        assert.match(html, /<h1>[^<]{10,}<\/h1>/);
        assert.match(html, /<button [^>]*name="(?:from|to)Choice"[^>]*value="[^"]+"/);
        return;
      }
      answers.refused++;
      const links = [...html.matchAll(/<li><a href="#([\w-]+)">([^<]+)<\/a>/g)];
      assert(links.length > 0, `no sentence for ${JSON.stringify(values)}`);
      for (const [, field = "", text = ""] of links) {
        assert(html.includes(`id="${field}"`), `nothing on the page is called ${field}`);
        assert(text.trim().length > 10, text);
      }
    }),
    { numRuns: 120, endOnFailure: true },
  );
  assert(
    answers.priced > 5 && answers.refused > 30 && answers.asked > 5,
    JSON.stringify(answers),
  );
});
