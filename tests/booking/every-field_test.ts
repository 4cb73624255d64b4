// What is said to be shown of a booking is found on its surface, and what must not be seen is not: the list is in
// tests/support/booking-fields.ts.
import assert from "node:assert/strict";
import { bookingInput } from "../../lib/booking/contact.ts";
import { tripInput } from "../../lib/trip/trip-input.ts";
import { apiCases } from "../support/api-routes.ts";
import {
  type Fate,
  type Fates,
  FIELDS,
  leftOut,
  shown,
  type Words,
} from "../support/booking-fields.ts";
import {
  SENT_BOOKING,
  type ServedBooking,
  servedBooking,
  type Surface,
  SURFACES,
} from "../support/booking-surfaces.ts";
import { testServices } from "../support/services.ts";

Deno.test("every surface shows of a booking what it is said to show, and nothing it must not", async () => {
  await using test = await testServices();
  const served = await servedBooking(test);
  const wrong: string[] = [];
  for (const [field, fates] of allFields()) {
    for (const surface of SURFACES) {
      if (!await holds(served, surface, fates[surface])) wrong.push(`${field}: ${surface}`);
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("the check sees a planted lie of each kind", async () => {
  await using test = await testServices();
  const served = await servedBooking(test);
  const { name } = SENT_BOOKING.contact;
  const lies: [Surface, Fate][] = [
    ["ticket", shown("flygnummer SK123")],
    ["ticket", leftOut("is there", name)],
    ["privacy", shown("Namn", "Namn")],
    ["search", shown("nobody")],
    ["search", leftOut("is found", "tinell")],
    ["form", shown("nam")],
    ["API answer", leftOut("names a row", ({ trip }) => trip.quoteId)],
  ];
  for (const [surface, fate] of lies) assert.equal(await holds(served, surface, fate), false);
});

Deno.test("the API's cases send every field it takes, so that each is tried with what is wrong", async () => {
  await using test = await testServices();
  const cases = await apiCases(test.services);
  const sent = (file: string) => Object.keys(cases.find((one) => one.file === file)?.body ?? {});
  const taken = {
    "bookings/index.ts": Object.keys(bookingInput.shape),
    "quotes/index.ts": Object.keys(tripInput.shape),
  };
  for (const [file, fields] of Object.entries(taken)) {
    assert.deepEqual(fields.filter((field) => !sent(file).includes(field)), [], file);
  }
});

function allFields(): [string, Fates][] {
  return Object.entries(FIELDS).flatMap(([table, fields]) =>
    Object.entries(fields).map(([field, fates]): [string, Fates] => [`${table}.${field}`, fates])
  );
}

async function holds(served: ServedBooking, surface: Surface, fate: Fate): Promise<boolean> {
  const { booking, says, isFoundBy } = served;
  const spoken = (words: Words) => typeof words === "string" ? words : words(booking);
  if (fate.kind === "left out") {
    for (const words of fate.never.map(spoken)) {
      if (surface === "search" ? await isFoundBy(words) : isIn(surface, says[surface], words)) {
        return false;
      }
    }
    return true;
  }
  const wanted = fate.as.map(spoken);
  if (surface === "search") return (await Promise.all(wanted.map(isFoundBy))).every(Boolean);
  if (surface !== "privacy") return wanted.every((words) => isIn(surface, says[surface], words));
  return says.privacy.every((text, i) => text.includes(wanted[i] ?? "not said"));
}

/** Names of fields are whole, words are a part of a text. */
function isIn(surface: Surface, texts: readonly string[], words: string): boolean {
  return surface === "form" ? texts.includes(words) : texts.some((text) => text.includes(words));
}
