import assert from "node:assert/strict";
import { openQuestions, shownErrors } from "../../../lib/ui/customer/shown-errors.ts";
import { SUPPORT_PHONE } from "../../../lib/kernel/support-phone.ts";
import { readWallTime } from "../../../lib/kernel/wall-time.ts";

const TODAY = "2026-11-22";

Deno.test("shownErrors() puts the customer's own words into the text", () => {
  const errors = [{ field: "to", code: "placeUnknown" }] as const;
  const [shown] = shownErrors("sv", errors, { to: "Xyzzyplatsen" }, TODAY);
  assert.equal(shown?.field, "to");
  assert.match(shown?.text ?? "", /”\u2068Xyzzyplatsen\u2069”/);
});

Deno.test("shownErrors() names the earliest pickup when it is known", () => {
  const error = { field: "time", code: "pickupTooSoon" } as const;
  const known = { ...error, instant: "2026-11-22T17:35:00Z" };
  assert.match(shownErrors("sv", [known], {}, TODAY)[0]?.text ?? "", /i dag 18\.35 eller senare/);
  assert.match(shownErrors("en", [known], {}, TODAY)[0]?.text ?? "", /today at 18:35 or later/);
  assert.match(shownErrors("sv", [error], {}, TODAY)[0]?.text ?? "", /en senare tid/);
});

Deno.test("shownErrors() gives our number beside what only people can arrange", () => {
  for (const code of ["abroad", "noRoad", "noCrossing"] as const) {
    const [shown] = shownErrors("sv", [{ field: "to", code }], {}, TODAY);
    assert.equal(shown?.phone, SUPPORT_PHONE);
    assert.match(shown?.text ?? "", /ring \u2068031-390 06 10\u2069/i);
  }
  const [other] = shownErrors("sv", [{ field: "to", code: "samePlace" }], {}, TODAY);
  assert.equal(other?.phone, undefined);
});

Deno.test("openQuestions() asks which of two times is meant on a change night", () => {
  for (
    const [date, code, kind] of [
      ["2027-03-28", "pickupGap", "gap"],
      ["2027-10-31", "pickupOverlap", "overlap"],
    ] as const
  ) {
    const reading = readWallTime(`${date}T02:30`);
    assert.equal(reading.kind, kind);
    const pickups = reading.kind === "gap"
      ? [reading.before, reading.after]
      : reading.kind === "overlap"
      ? [reading.earlier, reading.later]
      : [];
    const errors = [{ field: "time", code, pickups }];
    const { pickup } = openQuestions(errors, { date, time: "02:30" });
    assert.equal(pickup?.kind, kind);
    assert.equal(pickup?.asked, `${date}T02:30`);
  }
});

Deno.test("openQuestions() opens the map at the place whose point is not known well enough", () => {
  const near = {
    id: "landmark:avicii-arena",
    kind: "landmark",
    landmark: "arena",
    precision: "approximate",
    name: "Avicii Arena",
    area: "Stockholm",
    point: { lat: 59.2936, lng: 18.0833 },
  } as const;
  const errors = [
    { field: "to", code: "placeNeedsPin", near },
    { field: "from", code: "placeNeedsPin", near: { ...near, point: { lat: 59, lng: 18 } } },
  ] as const;
  const { pins } = openQuestions(errors, {});
  assert.deepEqual(pins, { to: near.point, from: { lat: 59, lng: 18 } });
  const [shown] = shownErrors("sv", errors, { to: "Globen" }, TODAY);
  assert.match(shown?.text ?? "", /Globen.*nålen på kartan/);
});

Deno.test("openQuestions() is empty when nothing can be asked back", () => {
  assert.deepEqual(openQuestions([{ field: "from", code: "fromMissing" }], {}), {});
});
