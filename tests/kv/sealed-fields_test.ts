import assert from "node:assert/strict";
import { putFields, takeFields } from "../../lib/kv/sealed-fields.ts";

const ROW = {
  id: "01",
  contact: { name: "Maja", phone: "+46701234567", locale: "sv" },
  trip: { from: { words: "Hamngatan 1" }, route: { geometry: "abc", meters: 7 } },
  changes: [{ field: "note", after: "hund" }, { field: "time", after: "kl 9" }],
  note: "",
};
const PATHS = ["contact", "trip.from", "trip.route.geometry", "changes.*.after", "note", "gone.at"];

Deno.test("fields leave a row by their paths, what lies beside them stays, and the row is as it was", () => {
  const before = structuredClone(ROW);
  const { rest, taken } = takeFields(ROW, PATHS);
  assert.deepEqual(rest, {
    id: "01",
    trip: { route: { meters: 7 } },
    changes: [{ field: "note" }, { field: "time" }],
  });
  assert.deepEqual(ROW, before);
  assert.deepEqual(
    new Map(taken),
    new Map<string, unknown>([
      ["contact", ROW.contact],
      ["trip.from", ROW.trip.from],
      ["trip.route.geometry", "abc"],
      ["changes.0.after", "hund"],
      ["changes.1.after", "kl 9"],
      ["note", ""],
    ]),
  );
});

Deno.test("what was taken out and put back is the row again", () => {
  const { rest, taken } = takeFields(ROW, PATHS);
  const back = structuredClone(rest);
  putFields(back, taken);
  assert.deepEqual(back, ROW);
});

Deno.test("elements of a list keep their places, also where all of one is taken", () => {
  const { rest, taken } = takeFields({ names: ["Maja", "Sven"] }, ["names.*"]);
  assert.deepEqual(rest, { names: [null, null] });
  assert.deepEqual(taken, [["names.0", "Maja"], ["names.1", "Sven"]]);
});

Deno.test("a row without any of the fields is the very row, and so is what has no names", () => {
  const row = { id: "01", contact: undefined };
  assert.equal(takeFields(row, PATHS).rest, row);
  for (const other of ["text", 7, null]) assert.equal(takeFields(other, PATHS).rest, other);
});

Deno.test("a path never reaches what a row inherits", () => {
  assert.deepEqual(takeFields({ id: "01" }, ["constructor.name", "toString"]).taken, []);
  const row = {};
  putFields(row, [["__proto__.bent", true]]);
  assert.equal(Reflect.get({}, "bent"), undefined);
});
