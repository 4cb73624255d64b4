import assert from "node:assert/strict";
import { partsOf } from "../../lib/sms/part-rules.ts";
import { fc } from "../support/property.ts";

/** Texts with how they travel: encoding, units, parts. */
const TEXTS: readonly (readonly [title: string, text: string, ...SmsFacts])[] = [
  ["nothing", "", "gsm-7", 0, 1],
  ["160 letters", "a".repeat(160), "gsm-7", 160, 1],
  ["161 letters", "a".repeat(161), "gsm-7", 161, 2],
  ["two full parts", "a".repeat(306), "gsm-7", 306, 2],
  ["one more than two", "a".repeat(307), "gsm-7", 307, 3],
  ["Swedish", "Räksmörgås, ÅÄÖ! Ü§", "gsm-7", 19, 1],
  ["an escape counts two", "€".repeat(80), "gsm-7", 160, 1],
  ["an escape too many", "€".repeat(80) + "a", "gsm-7", 161, 2],
  ["an escape is not cut", "a".repeat(152) + "€" + "a".repeat(152), "gsm-7", 306, 3],
  ["all escapes", "\f^{}\\[~]|€", "gsm-7", 20, 1],
  ["70 letters of others", "ж".repeat(70), "ucs-2", 70, 1],
  ["71 letters of others", "ж".repeat(71), "ucs-2", 71, 2],
  ["one letter outside changes all", "a".repeat(70) + "ç", "ucs-2", 71, 2],
  ["a picture takes two", "🚕".repeat(35), "ucs-2", 70, 1],
  ["a picture is not cut", "ж".repeat(66) + "🚕" + "ж".repeat(66), "ucs-2", 134, 3],
  ["typographic quotes", "Kl. 8 – ”bil”", "ucs-2", 13, 1],
];
type SmsFacts = [encoding: "gsm-7" | "ucs-2", units: number, parts: number];

for (const [title, text, encoding, units, parts] of TEXTS) {
  Deno.test(`${title}: ${units} units of ${encoding}, ${parts} parts`, () =>
    assert.deepEqual(partsOf(text), { encoding, units, parts }));
}

Deno.test("a longer text never takes fewer parts, and never more than its units need", () => {
  const letters = fc.array(fc.constantFrom(..."aå€{ж🚕"), { maxLength: 400 });
  fc.assert(fc.property(letters, fc.constantFrom(..."a€ж"), (list, more) => {
    const { parts, units, encoding } = partsOf(list.join(""));
    const room = encoding === "gsm-7" ? 153 : 67;
    assert(parts >= Math.ceil(units / (encoding === "gsm-7" ? 160 : 70)));
    // At most one unit of a part stays empty, before a letter of two.
    assert(parts <= Math.max(1, Math.ceil(units / (room - 1))));
    assert(partsOf(list.join("") + more).parts >= parts);
  }));
});
