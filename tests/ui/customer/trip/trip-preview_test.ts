import assert from "node:assert/strict";
import { tripQuestion } from "../../../../lib/ui/customer/trip/trip-preview.ts";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const FILLED = {
  ...{ from: "Landvetter", to: "Avenyn", date: "2026-11-23", time: "06:40" },
  ...{
    passengers: "2",
    bags: "3",
    wheelchairs: "1",
    childSeats: "1",
    pets: "0",
    extraLuggage: "0",
  },
};

Deno.test("tripQuestion() is what the price service reads", () => {
  const question = tripQuestion(
    form({ ...FILLED, fromId: "airport:GOT", fromAsked: "Landvetter" }),
  );
  assert.deepEqual(question, {
    from: { words: "Landvetter", placeId: "airport:GOT" },
    to: { words: "Avenyn", placeId: "" },
    pickup: { wallTime: "2026-11-23T06:40" },
    passengers: 2,
    bags: 3,
    wheelchairs: 1,
    extras: { childSeats: 1, pets: 0, extraLuggage: 0 },
  });
});

Deno.test("tripQuestion() waits until from, to, date and time are known", () => {
  for (const name of ["from", "to", "date", "time"]) {
    assert.equal(tripQuestion(form({ ...FILLED, [name]: " " })), null, name);
  }
});

Deno.test("tripQuestion() forgets a place whose words were rewritten", () => {
  const question = tripQuestion(
    form({ ...FILLED, toId: "street:avenyn", toAsked: "Kungsportsavenyen" }),
  );
  assert.equal(question?.to.placeId, "");
});
