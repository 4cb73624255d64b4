import assert from "node:assert/strict";
import { changeBooking } from "../../../lib/booking/change-booking.ts";
import { bookingKeys } from "../../../lib/booking/keys.ts";
import { type TestServices, testServices } from "../../support/services.ts";
import { givenCases } from "../../support/given-cases.ts";
import { aStoredBooking, MAJA } from "../../support/trips.ts";

const SPELLINGS = [
  "+46 070-123 45 67",
  "0046 0701234567",
  "070.123.45.67",
  "0701234567",
  "070 1234567",
  "+46 70 123 45 67",
  "+46701234567",
  "0046 70-123 45 67",
  "+46 (0)70 123 45 67",
  "+46 070-123 45 67",
  "0046 0701234567",
  "070.123.45.67",
  "+46 070-123 45 67",
  "0046 0701234567",
  "070.123.45.67",
  "+46 070-123 45 67",
  "0046 0701234567",
  "070.123.45.67",
  "\u2066070-123 45 67\u2069",
  "０７０ １２３ ４５ ６７",
  "00 46 (0) 70",
  " 070123 ",
];

for (const spelling of SPELLINGS) {
  Deno.test(`find() finds a telephone number written as "${spelling}"`, async () => {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services);
    assert.deepEqual(await references(test, spelling), [booking.reference]);
  });
}

Deno.test("find() finds a reference with spaces, hyphens and small letters", async () => {
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

Deno.test("find() finds beginnings of names in any order, with or without diacritics and capitals", async () => {
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

Deno.test("find() takes a name and a telephone number in one query, in either order", async () => {
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

Deno.test("find() finds a flight however it is typed, alone and beside a name or a number", async () => {
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

Deno.test("find() takes what could be a flight for a name too, and the other way round", async () => {
  await using test = await testServices();
  const rum = await aStoredBooking(test.services, { contact: { ...MAJA, name: "Rum 12" } });
  const wallTime = "2026-11-25T10:00";
  const flight = await aStoredBooking(test.services, { flightNumber: "RUM12", wallTime });
  const both = [rum, flight].map(({ booking }) => booking.reference);
  assert.deepEqual(await references(test, "rum 12"), both, "the next pickup first");
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
  Deno.test(`find() finds ${name} however its letters are typed`, async () => {
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

Deno.test("a booking that was deleted without a word is in no answer and in no count", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const kept = await aStoredBooking(test.services, { wallTime: "2026-11-25T10:00" });
  assert.equal((await search(test, "maja")).total, 2);
  await test.services.db.write.delete(bookingKeys.booking(booking.id));
  const { bookings, total } = await search(test, "maja");
  assert.deepEqual([bookings.map(({ id }) => id), total], [[kept.booking.id], 1]);
});

Deno.test("find() finds vehicles by name and plate, drivers and addresses", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const [vehicles, drivers] = [await services.fleet.vehicles(), await services.fleet.drivers()];
  const vehicle = vehicles.find(({ id }) => id === booking.reservation.vehicleId);
  const driver = drivers.find(({ vehicleId }) => vehicleId === vehicle?.id);
  assert(vehicle && driver);
  await changeBooking(services, {
    bookingId: booking.id,
    command: { type: "assign", driverId: driver.id },
    expectedVersion: booking.version,
    actor: { kind: "operator", id: null, name: "Kim" },
  });
  const plate = vehicle.registration;
  const queries = [vehicle.name, plate, plate.replaceAll(" ", ""), driver.name];
  queries.push("hamngatan", "östra hamng 24", "landvetter maja");
  for (const query of queries) {
    assert.deepEqual(await references(test, query), [booking.reference], query);
  }
});

Deno.test("find() finds numbers of other countries with and without their code, and by their last digits", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services, {
    contact: { ...MAJA, phone: "+447911123456" },
  });
  const spellings = ["+44 7911", "0044 7911 123456", "07911 123456", "7911123", "447911", "3456"];
  for (const query of [...spellings, "maja 07911 123456"]) {
    assert.deepEqual(await references(test, query), [booking.reference], query);
  }
  for (const query of ["+45 7911", "911 123456 7", "456", "+44", "0044"]) {
    assert.deepEqual(await references(test, query), [], query);
  }
});

Deno.test("find() never fails, whatever is typed", async () => {
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
  for (const text of strange) assert(Array.isArray(await (await search(test, text)).bookings));
});

function search(test: TestServices, query: string) {
  return test.services.search.find({ query, limit: 10, after: null });
}

async function references(test: TestServices, query: string): Promise<string[]> {
  return (await search(test, query)).bookings.map((row) => row.reference);
}

for (const { field, typed, must } of givenCases("contact")) {
  const [, query, name] = /^"(.*)" for (.*)$/.exec(typed) ?? [];
  if (field !== "search" || query === undefined || name === undefined) continue;
  Deno.test(`find() finds ${name} by "${query}" as it must: ${must}`, async () => {
    await using test = await testServices();
    const { booking } = await aStoredBooking(test.services, { contact: { ...MAJA, name } });
    assert.deepEqual(await references(test, query), [booking.reference]);
  });
}
