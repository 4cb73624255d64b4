import assert from "node:assert/strict";
// @ts-types="npm:@types/google-libphonenumber@7.4.31"
import google from "npm:google-libphonenumber@3.2.47";
import { readPhoneNumber, shownPhoneNumber } from "../../lib/forms/phone-number.ts";
import { fc } from "../support/property.ts";

const NUMBERS: Readonly<Record<string, string>> = {
  "070-123 45 67": "+46701234567",
  "+46 (0)70 123 45 67": "+46701234567",
  "+46 (070) 123 45 67": "+46701234567",
  "+46 070 123 45 67": "+46701234567",
  "(+46) 70.123.45.67": "+46701234567",
  "0046 70 123 45 67": "+46701234567",
  "00 46 070-123 45 67": "+46701234567",
  "46701234567": "+46701234567",
  "tel:+46-70-123-45-67": "+46701234567",
  "031–12 34 56": "+4631123456",
  "08-12 34 56": "+468123456",
  "+47 22 33 44 55": "+4722334455",
  "+47 (0)22 33 44 55": "+4722334455",
  "+358401234567": "+358401234567",
  "+39 06 1234 5678": "+390612345678",
  "+44 (0)20 7946 0123": "+442079460123",
  "０７０１２３４５６７": "+46701234567",
  "٠٧٠١٢٣٤٥٦٧": "+46701234567",
  "𝟎𝟕𝟎—𝟏𝟐𝟑 𝟒𝟓 𝟔𝟕": "+46701234567",
  "\u202a070-123\u200b45 67\u202c": "+46701234567",
};

for (const [typed, number] of Object.entries(NUMBERS)) {
  Deno.test(`readPhoneNumber() reads ${JSON.stringify(typed)} as ${number}`, () => {
    assert.deepEqual(readPhoneNumber(typed), { ok: true, value: number });
  });
}

const REFUSED: Readonly<Record<string, string>> = {
  "": "phoneMissing",
  "\u3164 \u200b": "phoneMissing",
  "112": "phoneTooShort",
  "070-123 45": "phoneTooShort",
  "070-123 45 67 12": "phoneTooLong",
  "07017406051": "phoneTooLong",
  "+46701234567890123": "phoneTooLong",
  "0": "phoneTooShort",
  "1 ": "phoneTooShort",
  "070 123 45 67 anknytning 5": "phoneExtension",
  "031-12 34 56 ankn. 12": "phoneExtension",
  "+44 20 7946 0123 ext. 4": "phoneExtension",
  "0701234567x5": "phoneExtension",
  "tel:+46701234567;ext=5": "phoneExtension",
  "031-12 34 56 #5": "phoneExtension",
  "070-TAXI-NU": "phoneLetters",
  "ring 070-123 45 67": "phoneLetters",
  "070-123 45 67 (mobil)": "phoneLetters",
  "+0701234567": "phoneCountry",
  "+999 123 456 789": "phoneCountry",
  "0000 49 600 000": "phoneCountry",
  "++46701234567": "phoneInvalid",
  "070-123 45 67 / 070-123 45 68": "phoneTooLong",
  "maja@example.se": "phoneLetters",
};

for (const [typed, code] of Object.entries(REFUSED)) {
  Deno.test(`readPhoneNumber() refuses ${JSON.stringify(typed)}: ${code}`, () => {
    assert.deepEqual(readPhoneNumber(typed), { ok: false, code });
  });
}

Deno.test("readPhoneNumber() reads its own answers, and what it shows of them, as themselves", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 5, maxLength: 13 });
  const prefix = fc.constantFrom("0", "07", "08", "+46", "+47", "+44", "+1", "0049", "+", "");
  fc.assert(
    fc.property(prefix, digits, (prefix, digits) => {
      const number = readPhoneNumber(prefix + digits);
      if (!number.ok) return;
      assert.match(number.value, /^\+[1-9]\d{3,14}$/);
      assert.deepEqual(readPhoneNumber(number.value), number);
      assert.deepEqual(readPhoneNumber(shownPhoneNumber(number.value)), number);
    }),
    { numRuns: 500 },
  );
});

Deno.test("shownPhoneNumber() writes Swedish numbers as at home, others with their country, and no number as it is", () => {
  assert.equal(shownPhoneNumber("+46701234567"), "070-123 45 67");
  assert.equal(shownPhoneNumber("+46313900610"), "031-390 06 10");
  assert.equal(shownPhoneNumber("+468123456"), "08-12 34 56");
  assert.equal(shownPhoneNumber("+442079460123"), "+44 20 7946 0123");
  for (const stored of ["", "+4611", "070", "ring", "+999123456789", "+46701234567890123"]) {
    assert.equal(shownPhoneNumber(stored), stored);
  }
});

const util = google.PhoneNumberUtil.getInstance();
const { E164, NATIONAL } = google.PhoneNumberFormat;

/** The two packages are built from different releases of the same data; these numbers are in one of them. */
const ONE_RELEASE = new Set(["+22985751234", "+22981123456", "+2631312345"]);

Deno.test("readPhoneNumber() reads the examples Google's libphonenumber gives of every region and kind", () => {
  let read = 0;
  for (const region of util.getSupportedRegions()) {
    for (const kind of Object.values(google.PhoneNumberType)) {
      const example = exampleOf(region, Number(kind));
      if (example === null || ONE_RELEASE.has(example)) continue;
      assert.deepEqual(readPhoneNumber(example), { ok: true, value: example }, region);
      read += 1;
    }
  }
  assert(read > 1_000, `${read} examples`);
});

Deno.test("readPhoneNumber() accepts of Swedish numbers what Google's libphonenumber does", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 5, maxLength: 11 });
  fc.assert(
    fc.property(digits, (digits) => {
      const typed = `0${digits}`;
      const oracle = oracleOf(typed);
      const read = readPhoneNumber(typed);
      assert.equal(read.ok ? read.value : null, oracle?.number ?? null, typed);
      if (oracle !== null && oracle.number.startsWith("+46")) {
        assert.equal(shownPhoneNumber(oracle.number), oracle.shown);
      }
    }),
    { numRuns: 3_000 },
  );
});

function exampleOf(region: string, kind: number): string | null {
  const example = util.getExampleNumberForType(region, kind);
  return example ? util.format(example, E164) : null;
}

/** What the original makes of a number typed in Sweden, or null. */
function oracleOf(typed: string): { number: string; shown: string } | null {
  // "00" reads as a plus before it is parsed.
  if (typed.startsWith("00")) return oracleOf(typed.replace(/^00/, "+"));
  try {
    const number = util.parse(typed, "SE");
    return util.isValidNumber(number)
      ? { number: util.format(number, E164), shown: util.format(number, NATIONAL) }
      : null;
  } catch {
    return null;
  }
}
