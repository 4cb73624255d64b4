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
  "19 811218-9876",
  "811218-98 76",
  "811218 - 98 76",
  "811218‑9876",
  "811218−9876",
  "811218\u00a09876",
  "8112\u200b189876",
  "٨١١٢١٨-٩٨٧٦",
  "81.12.18-9876",
  "pnr:8112189876.",
  "pnr8112189876",
  "Första raden\n19811218-9876\ntredje raden",
  "0411121239",
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
    "0411-123457",
    "0411-12 34 57",
    "+46 81 12 18 9876",
    "0046 81 12 18 9876",
    "ring 0411121239",
    "Telefon: 0411121239",
    "2026-11-24 0940",
    "811232-9874",
    "810230-9876",
    "K4Q 7RM",
    "57.70887, 11.97456",
    "12 000 kr, 1 250,50 kr",
    "https://example.com/hooks/T0123/B4567/abcdef",
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

const digit = fc.integer({ min: 0, max: 9 });
const digits = (count: number) =>
  fc.array(digit, { minLength: count, maxLength: count }).map((all) => all.join(""));

Deno.test("telephone numbers as people write them, firms' numbers, flights, prices and codes are none", () => {
  const phone = fc.tuple(fc.constantFrom("070", "072", "073", "076", "079"), digits(7))
    .map(([area, rest]) => `${area}-${rest.slice(0, 3)} ${rest.slice(3, 5)} ${rest.slice(5)}`);
  const whole = fc.tuple(fc.constantFrom("070", "072", "073", "076", "079"), digits(7))
    .map((parts) => parts.join(""));
  const abroad = fc.tuple(fc.constantFrom("+46", "+47", "+45", "+49", "+358"), digits(9))
    .map(([country, rest]) => `${country} ${rest}`);
  const landline = fc.oneof(
    digits(7).map((rest) => `031-${rest.slice(0, 3)} ${rest.slice(3, 5)} ${rest.slice(5)}`),
    digits(6).map((rest) => `0411-${rest.slice(0, 2)} ${rest.slice(2, 4)} ${rest.slice(4)}`),
    digits(6).map((rest) => `0411-${rest}`),
    digits(8).map((rest) => `08-${rest.slice(0, 3)} ${rest.slice(3, 6)} ${rest.slice(6)}`),
  );
  // Month 20 or later: lag 1974:174.
  const firm = fc.tuple(
    fc.integer({ min: 16, max: 99 }),
    fc.integer({ min: 20, max: 99 }),
    digits(6),
  )
    .map(([group, month, rest]) => `${group}${month}${rest.slice(0, 2)}-${rest.slice(2)}`);
  const flight = digits(4).map((number) => `SK${number} kl 09.40`);
  const price = fc.integer({ min: 0, max: 9_999_999 })
    .map((kronor) => `${kronor.toLocaleString("sv-SE")},50 kr`);
  const written = fc.oneof(phone, whole, abroad, landline, firm, flight, price);
  fc.assert(fc.property(written, (text) => !hasPersonalNumber(`Vi nås så: ${text}. Tack!`)), {
    numRuns: 20_000,
  });
});
