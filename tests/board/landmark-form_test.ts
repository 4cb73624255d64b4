// The form of a landmark: what an operator wrote, and what is made of it.
import assert from "node:assert/strict";
import {
  EMPTY_LANDMARK,
  pointIn,
  readLandmarkForm,
  sentValues,
  valuesOf,
} from "../../lib/board/landmark-form.ts";
import { shippedLandmarks } from "../../lib/places/landmark.ts";

const VALUES = { ...EMPTY_LANDMARK, name: "Nya hallen", point: "57.70570, 11.98530" };

Deno.test("a point is read as maps write it, with points or commas", () => {
  const point = { lat: 57.7057, lng: 11.9853 };
  const written = [
    "57.70570, 11.98530",
    "57.7057 11.9853",
    "57,7057 11,9853",
    "(57.7057; 11.9853)",
  ];
  for (const text of written) assert.deepEqual(pointIn(text), point, text);
  for (const text of ["", "57.7", "Ullevi", "57 11", "12345"]) {
    assert.equal(pointIn(text), null, text);
  }
});

Deno.test("a form is the command it asks for; other names stand one a line", () => {
  const values = { ...VALUES, aliases: "Hallen\n\n  Arenan ;Stora hallen\n·", isExact: false };
  assert.deepEqual(readLandmarkForm("add", values), {
    ok: true,
    command: {
      type: "add",
      mayBeFar: false,
      fields: {
        kind: "attraction",
        name: "Nya hallen",
        nameEn: "",
        area: "",
        town: "Göteborg",
        point: { lat: 57.7057, lng: 11.9853 },
        aliases: ["Hallen", "Arenan", "Stora hallen"],
        isExact: false,
      },
    },
  });
});

Deno.test("what is missing or too much is named", () => {
  const wrong = [
    [{ name: " - " }, "nameMissing"],
    [{ town: "" }, "townMissing"],
    [{ point: "någonstans" }, "pointMissing"],
    [{ point: "57.70, 211.98" }, "tooMuch"],
    [{ kind: "palace" }, "tooMuch"],
    [{ name: "x".repeat(81) }, "tooMuch"],
    [{ aliases: "a\n".repeat(21) }, "tooMuch"],
  ] as const;
  for (const [changes, problem] of wrong) {
    const reading = readLandmarkForm("change", { ...VALUES, ...changes });
    assert.deepEqual(reading, { ok: false, problem }, JSON.stringify(changes).slice(0, 60));
  }
});

Deno.test("a landmark's own form, sent as it is, changes nothing of it", () => {
  for (const landmark of shippedLandmarks()) {
    const values = valuesOf({ landmark, isRetired: false, version: 0 });
    const sent = new Map(
      Object.entries(values).map(([name, value]) =>
        [name, typeof value === "boolean" ? value ? "yes" : "" : value] as const
      ),
    );
    const reading = readLandmarkForm("change", sentValues(sent));
    assert.ok(reading.ok && reading.command.type === "change", landmark.id);
    const { isExact, ...fields } = reading.command.fields;
    assert.deepEqual({ ...landmark, ...fields }, landmark);
    assert.equal(isExact, landmark.source !== "map");
  }
});
