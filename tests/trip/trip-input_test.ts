// What of a trip is taken, at its bounds, and what stands where nothing was sent.
import assert from "node:assert/strict";
import { TRIP_FIELDS, tripFormValues, tripInput } from "../../lib/trip/trip-input.ts";

const BARE = {
  from: { words: "Landvetter" },
  to: { words: "Avenyn" },
  pickup: { wallTime: "2026-11-24T10:00" },
};
const takes = (changes: Record<string, unknown>) =>
  tripInput.safeParse({ ...BARE, ...changes }).success;

Deno.test("a trip without more than its ends and its pickup is for one person without bags or extras", () => {
  assert.deepEqual(tripInput.parse(BARE), {
    from: { words: "Landvetter", placeId: "" },
    to: { words: "Avenyn", placeId: "" },
    pickup: { wallTime: "2026-11-24T10:00" },
    passengers: 1,
    bags: 0,
    wheelchairs: 0,
    extras: { childSeats: 0, pets: 0, extraLuggage: 0 },
  });
  assert.deepEqual(tripInput.parse({ ...BARE, extras: {} }).extras, {
    childSeats: 0,
    pets: 0,
    extraLuggage: 0,
  });
});

Deno.test("a trip is for one to eight people, with twelve bags and four of each extra at most", () => {
  const counts = (field: string, numbers: unknown[]) =>
    numbers.map((number) => takes({ [field]: number }));
  const extras = (extra: string, numbers: number[]) =>
    numbers.map((number) => takes({ extras: { [extra]: number } }));
  assert.deepEqual(counts("passengers", [0, 1, 8, 9]), [false, true, true, false]);
  assert.deepEqual(counts("bags", [-1, 0, 12, 13]), [false, true, true, false]);
  assert.deepEqual(counts("wheelchairs", [-1, 0, 2, 3]), [false, true, true, false]);
  for (const extra of ["childSeats", "pets", "extraLuggage"]) {
    assert.deepEqual(extras(extra, [-1, 0, 4, 5]), [false, true, true, false], extra);
  }
  for (const number of [1.5, "1", null, NaN]) {
    assert.equal(takes({ passengers: number }), false, String(number));
  }
});

Deno.test("words have two hundred letters and ids a hundred, counted when they are clean", () => {
  const words = (text: string) => takes({ from: { words: text } });
  assert.equal(words("a".repeat(200)), true);
  assert.equal(words("a".repeat(201)), false);
  assert.equal(words(` ${"a".repeat(200)} `), true);
  assert.equal(words("a" + " ".repeat(399)), true);
  assert.equal(words("a" + " ".repeat(400)), false, "so much is not even cleaned");
  const placeId = (text: string) => takes({ to: { words: "x", placeId: text } });
  assert.deepEqual([100, 101].map((length) => placeId("a".repeat(length))), [true, false]);
  assert.equal(tripInput.parse({ ...BARE, to: { words: " A\u030a\u0000 " } }).to.words, "Å");
});

Deno.test("an overlap is settled by one of two words", () => {
  const overlap = (value: unknown) =>
    takes({ pickup: { wallTime: "2026-10-25T02:30", overlap: value } });
  assert.deepEqual(["earlier", "later", undefined, "", "both"].map(overlap), [
    true,
    true,
    true,
    false,
    false,
  ]);
  assert.equal(takes({ pickup: { wallTime: "2026-10-25 02:30" } }), false);
});

Deno.test("the form has these fields, empty when they were not sent and never longer than 500", () => {
  const fields = [
    "from",
    "fromId",
    "to",
    "toId",
    "date",
    "time",
    "overlap",
    "passengers",
    "bags",
    "wheelchairs",
    "childSeats",
    "pets",
    "extraLuggage",
  ];
  assert.deepEqual([...TRIP_FIELDS], fields);
  assert.deepEqual(
    tripFormValues(new Map([["formToken", "x"]])),
    Object.fromEntries(fields.map((field) => [field, ""])),
  );
  for (const field of fields) {
    const values = tripFormValues(new Map([[field, "x".repeat(501)]]));
    assert.equal(Object.entries(values).find(([name]) => name === field)?.[1], "x".repeat(500));
  }
});
