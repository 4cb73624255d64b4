// A personnummer is recognised however it is written, and what people otherwise write of numbers is not one.
import assert from "node:assert/strict";
import { hasPersonalNumber } from "../../lib/forms/personal-number.ts";
import { fc } from "../support/property.ts";

/** Made up by the tax agency for tests, and a coordination number. */
const WRITTEN = [
  "19811218-9876",
  "198112189876",
  "811218-9876",
  "8112189876",
  "811218 9876",
  "811218+9876",
  "811218 - 9876",
  "1981-12-18-9876",
  "1981 12 18 9876",
  "811218–9876",
  "８１１２１８-９８７６",
  "Mitt nr är 811218-9876, ring mig.",
  "811278-9873",
];

Deno.test("every common spelling is recognised, alone and in a sentence", () => {
  for (const text of WRITTEN) assert.ok(hasPersonalNumber(text), text);
});

Deno.test("phone numbers, codes, flights, times and a wrong check digit are none", () => {
  const others = [
    "811218-9875",
    "0701234567",
    "070-123 45 67",
    "+46701234567",
    "031-12 34 56",
    "portkod 1234",
    "SK1436 kl 09.40",
    "lgh 1102, port 12 B",
    "2026-11-24 kl 09.00",
    "5560125790123",
    "556012-5790",
    "",
  ];
  for (const text of others) assert.ok(!hasPersonalNumber(text), text);
});

Deno.test("of every birth exactly one last digit of ten makes a number", () => {
  const birth = fc.date({ min: new Date("1920-01-01"), max: new Date("2006-12-31") })
    .filter((date) => !Number.isNaN(date.getTime()));
  fc.assert(fc.property(birth, fc.integer({ min: 0, max: 999 }), (date, serial) => {
    const day = date.toISOString().slice(0, 10).replaceAll("-", "");
    const numbers = Array.from(
      { length: 10 },
      (_, digit) => `${day}-${String(serial).padStart(3, "0")}${digit}`,
    );
    assert.equal(numbers.filter(hasPersonalNumber).length, 1);
  }));
});
