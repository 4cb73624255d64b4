import { dateOf } from "../../lib/kernel/wall-time.ts";
import assert from "node:assert/strict";
import {
  foldText,
  phoneDigits,
  queryTerms,
  referenceIn,
  searchTerms,
} from "../../lib/booking/booking-search.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const SPELLINGS = [
  "070-123 45 67",
  "0701234567",
  "070 1234567",
  "+46 70 123 45 67",
  "+46701234567",
  "0046 70-123 45 67",
  "+46 (0)70 123 45 67",
  "070.123.45.67",
  "070/123 45 67",
  "070–123 45 67",
  " 070123 ",
];

for (const spelling of SPELLINGS) {
  Deno.test(`search() finds a telephone number written as "${spelling}"`, async () => {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services);
    assert.deepEqual(await references(test, spelling), [booking.reference]);
  });
}

Deno.test("search() finds a reference with spaces, hyphens and small letters", async () => {
  await using test = await testServices();
  const { booking: { reference } } = await aStoredBooking(test.services);
  await aStoredBooking(test.services, {
    contact: { ...MAJA, name: "Annan", phone: "+4631999999" },
  });
  const [a, b] = [reference.slice(0, 3), reference.slice(3)];
  const spellings = [
    reference,
    reference.toLowerCase(),
    `${a} ${b}`,
    `${a.toLowerCase()}-${b}`,
    ` ${a} ${b} `,
  ];
  for (const text of spellings) assert.deepEqual(await references(test, text), [reference], text);
});

Deno.test("search() finds beginnings of names in any order, with or without diacritics and capitals", async () => {
  await using test = await testServices();
  const contact = { name: "Åsa-Märta Öberg Đurić", phone: "+4631123456", email: "" };
  const { booking } = await aStoredBooking(test.services, { contact });
  await aStoredBooking(test.services, {
    contact: { ...contact, name: "Bo Ek", phone: "+4631999999" },
  });
  for (const text of ["åsa", "ASA", "öberg", "oberg", "obe", "Marta Asa", "öb å", "Märta-Öberg"]) {
    assert.deepEqual(await references(test, text), [booking.reference], text);
  }
  for (const text of ["berg", "asa ek", "xyz", "", " ", "-", "%", "\u0000"]) {
    assert.deepEqual(await references(test, text), [], text);
  }
});

Deno.test("search() lists the latest pickup first and stops at its limit", async () => {
  await using test = await testServices();
  for (const wallTime of ["2026-11-24T10:00", "2026-11-26T10:00", "2026-11-25T10:00"]) {
    await aStoredBooking(test.services, { wallTime });
  }
  const found = await test.services.bookings.search("maja", 10);
  assert.deepEqual(found.map((row) => dateOf(row.wallTime)), [
    "2026-11-26",
    "2026-11-25",
    "2026-11-24",
  ]);
  assert.equal((await test.services.bookings.search("maja", 2)).length, 2);
});

Deno.test("search() never fails, whatever is typed", async () => {
  await using test = await testServices();
  await aStoredBooking(test.services);
  const strange = [
    "\uffff",
    "😀",
    "\ud800",
    "x".repeat(5_000),
    "å ".repeat(2_000),
    "1".repeat(5_000),
  ];
  for (const text of strange) assert(Array.isArray(await test.services.bookings.search(text, 10)));
});

Deno.test("searchTerms() are the folded words of the name and the digits without country", () => {
  const terms = searchTerms({ name: "Maja  Öberg-Ek maja", phone: "+46701234567" });
  assert.deepEqual(terms, ["maja", "oberg", "ek", "701234567"]);
  assert.deepEqual(searchTerms({ name: "李 小龙", phone: "" }), ["李", "小龙"]);
  const long = searchTerms({ name: `${"x".repeat(80)} a b c d e f`, phone: "" });
  assert.deepEqual(long, ["x".repeat(40), "a", "b", "c", "d"]);
});

Deno.test("foldText() and phoneDigits() fold once and for all", () => {
  assert.equal(foldText("ÅÄÖ åäö É ñ"), "aao aao e n");
  assert.equal(foldText(foldText("Ångström")), foldText("Ångström"));
  assert.equal(foldText("Søren Æbelø"), "soren aebelo");
  assert.equal(phoneDigits("+47 22 33 44 55"), "4722334455");
});

Deno.test("referenceIn() takes six letters of the alphabet and nothing else; two digits are words", () => {
  assert.equal(referenceIn("k4q 7rm"), "K4Q7RM");
  for (const text of ["K4Q7R", "K4Q7RMM", "K4Q7RO", "", "ÅÄÖÅÄÖ"]) {
    assert.equal(referenceIn(text), null);
  }
  assert.deepEqual(queryTerms("07"), ["07"]);
  assert.deepEqual(queryTerms("070"), ["70"]);
});

async function references(test: TestServices, query: string): Promise<string[]> {
  return (await test.services.bookings.search(query, 10)).map((row) => row.reference);
}
