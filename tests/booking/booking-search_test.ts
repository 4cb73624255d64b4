import { dateOf } from "../../lib/kernel/wall-time.ts";
import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { renewedSearchTerms } from "../../lib/booking/work.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { auditBookings } from "../support/booking-audit.ts";
import {
  formerSearchTerms,
  phoneDigits,
  queryTerms,
  referenceIn,
  searchTerms,
} from "../../lib/booking/booking-search.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { givenCases } from "../support/given-cases.ts";
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
  "\u2066070-123 45 67\u2069",
  "０７０ １２３ ４５ ６７",
  "00 46 (0) 70",
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

Deno.test("search() takes a name and a telephone number in one query, in either order", async () => {
  await using test = await testServices();
  const contact = { ...MAJA, phone: "+46701234567" };
  const { booking } = await aStoredBooking(test.services, { contact });
  await aStoredBooking(test.services, { contact: { ...contact, name: "Bo Ek" } });
  for (const text of ["maja 070-123 45 67", "070 123 45 67 öberg", "Maja Öberg +46701234567"]) {
    assert.deepEqual(await references(test, text), [booking.reference], text);
  }
  for (const text of ["maja 070-999 99 99", "ek maja 0701234567"]) {
    assert.deepEqual(await references(test, text), [], text);
  }
});

Deno.test("search() finds a flight however it is typed, alone and beside a name or a number", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services, { flightNumber: "D82513" });
  await aStoredBooking(test.services, { flightNumber: "SK1436", contact: { ...MAJA, name: "Bo" } });
  const queries = ["d82513", "D8 2513", "D8-2513", " d8  2513 ", "Ｄ８ ２５１３"];
  const beside = ["maja d8 2513", "D82513 öberg", "d8 2513 070-123 45 67", "D8 25"];
  for (const text of [...queries, ...beside]) {
    assert.deepEqual(await references(test, text), [booking.reference], text);
  }
  for (
    const text of ["D8 2514", "bo d8 2513", "D8 2513 070-999 99 99", "D8", "2513", "flight:d82513"]
  ) {
    assert.deepEqual(await references(test, text), [], text);
  }
});

Deno.test("search() takes what could be a flight for a name too, and the other way round", async () => {
  await using test = await testServices();
  const rum = await aStoredBooking(test.services, { contact: { ...MAJA, name: "Rum 12" } });
  const wallTime = "2026-11-25T10:00";
  const flight = await aStoredBooking(test.services, { flightNumber: "RUM12", wallTime });
  const both = [flight, rum].map(({ booking }) => booking.reference);
  assert.deepEqual(await references(test, "rum 12"), both, "the latest pickup first");
});

Deno.test("who looks for a name that begins as an airline does not find its flights", async () => {
  await using test = await testServices();
  await aStoredBooking(test.services, { flightNumber: "SK1436" });
  assert.deepEqual(await references(test, "sk"), []);
});

const NAMES: [name: string, queries: string[]][] = [
  ["Łukasz Wałęsa", ["lukasz", "Łukasz", "walesa", "WAŁĘSA"]],
  ["Đorđe Đurić", ["dorde", "đorđe", "djuric".replace("j", "")]],
  ["Ayşe Yıldız", ["yildiz", "YILDIZ", "yıldız", "ayse"]],
  ["Áŧŋa Sámi", ["atna", "áŧŋa"]],
  ["Søren Ærø", ["soren", "søren", "aero", "ærø"]],
  ["Guðrún Þórsdóttir", ["gudrun", "thorsdottir", "þórsdóttir"]],
  ["Groß Œuvre", ["gross", "groß", "oeuvre"]],
  ["Sinéad O’Neil", ["oneil", "o'neil", "O’Neil", "O´Neil", "o neil", "neil", "oneil sinead"]],
  ["Anna-Karin Ek", ["annakarin", "anna karin", "anna‑karin", "karin", "ek anna-karin"]],
  ["می\u200cخواهم علی", ["می\u200cخواهم", "میخواهم", "علي".replace("ي", "ی")]],
  ["Ｍａｊａ", ["maja", "ｍａｊａ"]],
];

for (const [name, queries] of NAMES) {
  Deno.test(`search() finds ${name} however its letters are typed`, async () => {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services, { contact: { ...MAJA, name } });
    for (const query of queries) {
      assert.deepEqual(await references(test, query), [booking.reference], query);
    }
    for (const query of ["zzz", `${queries[0]}zzz`]) {
      assert.deepEqual(await references(test, query), [], query);
    }
  });
}

Deno.test("search() finds what an earlier release indexed, and its terms go when the booking is written", async () => {
  await using test = await testServices();
  const booking = await asFormerlyIndexed(test);
  for (const query of ["Łukasz", "o'neil", "łukasz o’neil"]) {
    assert.deepEqual(await references(test, query), [booking.reference], query);
  }
  await changeBooking(test.services, {
    bookingId: booking.id,
    command: { type: "assign", driverId: driverId("D01") },
    expectedVersion: booking.version,
    actor: { kind: "operator", id: null, name: "Kim" },
  });
  await assertFoundToday(test, booking);
});

Deno.test("bookings of an earlier release are walked over and found by the words of this one", async () => {
  await using test = await testServices();
  const booking = await asFormerlyIndexed(test);
  assert.deepEqual(await references(test, "lukasz"), []);
  assert.equal(await renewedSearchTerms.step(test.services.db), "done");
  await assertFoundToday(test, booking);
});

/** A booking with the rows of the search index an earlier release wrote for it. */
async function asFormerlyIndexed(test: TestServices): Promise<Booking> {
  const contact = { ...MAJA, name: "Łukasz O’Neil" };
  const former = ["łukasz", "o", "neil", "701234567"];
  assert.deepEqual(formerSearchTerms(contact), former);
  const { booking } = await aStoredBooking(test.services, { contact });
  await commitWithRetry(test.services.db, (tx) => {
    for (const term of searchTerms(booking)) tx.delete(bookingKeys.bookingSearch(term, booking.id));
    for (const term of former) {
      const pickupMs = Date.parse(booking.trip.pickup.instant);
      tx.set(bookingKeys.bookingSearch(term, booking.id), pickupMs);
    }
    return Promise.resolve();
  });
  return booking;
}

async function assertFoundToday(test: TestServices, booking: Booking) {
  const { id, reference } = booking;
  await auditBookings(test.services.db);
  assert.deepEqual(await references(test, "lukasz oneil"), [reference]);
  for await (
    const { key } of test.services.db.read.list({ prefix: bookingKeys.bookingSearch.prefix })
  ) {
    assert(key.at(-1) !== id || searchTerms(booking).includes(String(key.at(-2))), String(key));
  }
}

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
  const termsOf = (name: string, phone: string, flightNumber = "") =>
    searchTerms({ contact: { name, phone }, flightNumber });
  const terms = termsOf("Maja  Öberg-Ek maja", "+46701234567");
  assert.deepEqual(terms, ["maja", "oberg", "ek", "obergek", "701234567"]);
  assert.deepEqual(termsOf("李 小龙", ""), ["李", "小龙"]);
  const long = termsOf(`${"x".repeat(80)} a b c d e f`, "");
  assert.deepEqual(long, ["x".repeat(40), "a", "b", "c", "d"]);
  assert.deepEqual(termsOf("Maja", "", "SK1436"), ["maja", "flight:sk1436"]);
});

Deno.test("phoneDigits() reads every spelling of a number alike", () => {
  for (
    const phone of [
      "+46 (0)70-123",
      "0046 70 123",
      "+46 070 123",
      "070–123",
      "４６７０１２３",
      "٠٧٠١٢٣",
    ]
  ) {
    assert.equal(phoneDigits(phone), "70123", phone);
  }
  for (const phone of ["+47 22 33 44 55", "0047 22 33 44 55", "00 47-22334455"]) {
    assert.equal(phoneDigits(phone), "4722334455", phone);
  }
  assert.equal(phoneDigits("046-12 34 56"), "46123456");
});

Deno.test("referenceIn() takes six letters of the alphabet and nothing else; two digits are words", () => {
  assert.equal(referenceIn("k4q 7rm"), "K4Q7RM");
  for (const text of ["K4Q7R", "K4Q7RMM", "K4Q7RO", "", "ÅÄÖÅÄÖ"]) {
    assert.equal(referenceIn(text), null);
  }
  assert.deepEqual(queryTerms("07"), [[["07"]]]);
  assert.deepEqual(queryTerms("070"), [[["70"]]]);
  assert.deepEqual(queryTerms("0046"), []);
});

async function references(test: TestServices, query: string): Promise<string[]> {
  return (await test.services.bookings.search(query, 10)).map((row) => row.reference);
}

for (const { field, typed, must } of givenCases("contact")) {
  const [, query, name] = /^"(.*)" for (.*)$/.exec(typed) ?? [];
  if (field !== "search" || query === undefined || name === undefined) continue;
  Deno.test(`search() finds ${name} by "${query}" as it must: ${must}`, async () => {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services, { contact: { ...MAJA, name } });
    assert.deepEqual(await references(test, query), [booking.reference]);
  });
}
