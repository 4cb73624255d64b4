import assert from "node:assert/strict";
import { CHANGE_FIELDS, type FieldChange } from "../../../../lib/booking/field-change.ts";
import { boardTexts } from "../../../../lib/i18n/board-texts.ts";
import { LOCALES } from "../../../../lib/kernel/locale.ts";
import { changeLine } from "../../../../lib/ui/operator/change/change-line.ts";

const look = (locale: typeof LOCALES[number]) => ({
  locale,
  texts: boardTexts(locale),
  fleet: { drivers: [], vehicles: [] },
  today: "2026-11-23",
});

/** `name: from → to`, with plain spaces. */
function line(change: FieldChange, locale: typeof LOCALES[number] = "sv"): string {
  const { name, from, to } = changeLine(look(locale), change);
  return `${name}: ${from} → ${to}`.replace(/\s/g, " ");
}

Deno.test("times, amounts, classes and nothing are said in words", () => {
  const cases: [FieldChange, string][] = [
    [
      { field: "pickup", from: "2026-11-24T08:00", to: "2026-11-24T08:30" },
      "Tid: 08.00 → 08.30",
    ],
    [
      { field: "pickup", from: "2026-11-23T08:00", to: "2026-11-24T08:00" },
      "Tid: i dag 08.00 → i morgon 08.00",
    ],
    [{ field: "totalOre", from: 54_000, to: 61_550 }, "Pris: 540 kr → 615,50 kr"],
    [{ field: "vehicleClass", from: "standard", to: "van" }, "Fordon: Taxi → Minibuss"],
    [{ field: "note", from: "", to: "Portkod 4711" }, "Till föraren: inget → Portkod 4711"],
    [{ field: "flightNumber", from: "SK1436", to: "" }, "Flyg: SK 1436 → inget"],
    [{ field: "passengers", from: 2, to: 0 }, "Resenärer: 2 → 0"],
  ];
  for (const [change, words] of cases) assert.equal(line(change), words);
  assert.equal(
    line({ field: "pickup", from: "2026-11-24T08:00", to: "2026-11-24T08:30" }, "en"),
    "Time: 08:00 → 08:30",
  );
});

Deno.test("of two pickups with one wall time it is said which, whichever way it goes", () => {
  const [first, second] = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"];
  assert.equal(
    line({ field: "pickup", from: first, to: second }),
    "Tid: 02.30 första gången → 02.30 andra gången",
  );
  assert.equal(
    line({ field: "pickup", from: second, to: first }),
    "Tid: 02.30 andra gången → 02.30 första gången",
  );
});

Deno.test("every field has a name of its own in every language", () => {
  for (const locale of LOCALES) {
    const names = CHANGE_FIELDS.map((field) => {
      return changeLine(look(locale), { field, from: 1, to: 2 }).name;
    });
    assert.equal(new Set(names).size, CHANGE_FIELDS.length);
  }
});
