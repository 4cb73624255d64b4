import assert from "node:assert/strict";
import { flightNumberIn, readFlightNumber } from "../../lib/forms/flight-number.ts";
import { formatFlightNumber } from "../../lib/i18n/format.ts";
import { fc } from "../support/property.ts";

const READ: Readonly<Record<string, readonly string[]>> = {
  SK1436: ["SK1436", "sk1436", "sk 1436", "SK-1436", "Sk – 1436", " SK  1436 ", "ＳＫ １４３６"],
  SK12: ["SK12", "SK 012", "sk0012"],
  SK1436A: ["SK1436A", "sk 1436a", "SK 1436 A", "SK-1436-a"],
  SAS1436: ["SAS1436", "sas 1436"],
  D82513: ["D82513", "d8 2513", "D8-2513"],
  "6E1": ["6E1", "6e 1", "6E 0001"],
  U21: ["U21", "u2 1"],
};

for (const [stored, spellings] of Object.entries(READ)) {
  Deno.test(`readFlightNumber() reads ${stored} however it is typed`, () => {
    for (const typed of spellings) {
      assert.deepEqual(readFlightNumber(typed), { ok: true, value: stored }, typed);
    }
  });
}

Deno.test("readFlightNumber() refuses what is no flight, and what is two", () => {
  const wrong = [
    ...["", " ", "1436", "SK", "SK 0", "SK0000", "SK14360", "SK00012", "SCAN1436"],
    ...["SK1436AB", "12 1436", "A 3456", "S K 1436", "SK 14 36", "SK1436, SK1437", "SK1436/LH813"],
    ...[
      "SK1436 24 nov",
      "Norwegian 4321",
      "СК1436",
      "ß1436",

      "ÅÄ123",
      "SK１\u200b４３６０",
    ],
  ];
  for (const typed of wrong) {
    assert.deepEqual(readFlightNumber(typed), { ok: false, code: "flightNumberInvalid" }, typed);
  }
});

Deno.test("a flight number that was read or shown is read as itself, and its two parts stand apart", () => {
  const designator = fc.stringMatching(/^([A-Z]{2,3}|[A-Z]\d|\d[A-Z])$/);
  const suffix = fc.stringMatching(/^[A-Z]?$/);
  const parts = fc.tuple(designator, fc.integer({ min: 1, max: 9_999 }), suffix);
  fc.assert(fc.property(parts, ([airline, number, letter]) => {
    const stored = `${airline}${number}${letter}`;
    const shown = formatFlightNumber(stored);
    assert.equal(shown, `${airline} ${number}${letter}`);
    for (
      const typed of [stored, shown, shown.toLowerCase(), stored.replace(airline, `${airline}-`)]
    ) {
      assert.deepEqual(readFlightNumber(typed), { ok: true, value: stored });
    }
  }));
});

Deno.test("formatFlightNumber() leaves nothing as it is", () => {
  assert.equal(formatFlightNumber(""), "");
});

Deno.test("flightNumberIn() finds a flight among words, and gives back the words", () => {
  const found: [text: string, flightNumber: string, rest: string][] = [
    ["sk 1436", "SK1436", ""],
    ["maja SK-1436", "SK1436", "maja"],
    ["d8 2513 070-123 45 67", "D82513", "070-123 45 67"],
    ["maja u2 1 öberg", "U21", "maja  öberg"],
    ["rum 12 bo", "RUM12", "bo"],
  ];
  for (const [text, flightNumber, rest] of found) {
    const { rest: left, ...flight } = flightNumberIn(text) ?? assert.fail(text);
    assert.deepEqual([flight.flightNumber, left.trim()], [flightNumber, rest]);
  }
  for (
    const text of ["", "maja", "070-123 45 67", "0701234567", "anna 12", "xxsk1436", "K4Q 7RM"]
  ) {
    assert.equal(flightNumberIn(text), null, text);
  }
});
