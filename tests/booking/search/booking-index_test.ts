import assert from "node:assert/strict";
import { type Booking, bookingId } from "../../../lib/booking/booking.ts";
import { BookingIndex } from "../../../lib/booking/search/booking-index.ts";
import { vehicleId } from "../../../lib/fleet/vehicle.ts";
import { readQuestion } from "../../../lib/booking/search/search-question.ts";
import { aBookedTrip, aBooking } from "../../support/bookings.ts";
import { fc } from "../../support/property.ts";

const NOW_MS = Date.parse("2026-11-24T09:00:00Z");
const NO_FLEET = { vehicles: [], drivers: [] };

Deno.test("trips ahead come first, the next one on top, then those behind us, the latest on top", () => {
  const index = new BookingIndex();
  for (const hours of [-30, 5, -1, 90, 1]) index.put(aTrip(hours, "confirmed"));
  index.put(aTrip(-50, "completed"));
  index.put(aTrip(-2, "completed"));
  index.put(aTrip(2, "cancelled"));
  assert.deepEqual(found(index, "maja"), ["-30", "-1", "1", "2", "5", "90", "-2", "-50"]);
});

Deno.test("a row that was emptied holds the next booking whole, whatever stood in it", () => {
  const index = new BookingIndex();
  const gone = {
    ...aTrip(1, "completed"),
    note: "hund",
    contact: { ...NINA, phone: "+46700000000" },
  };
  index.put(gone);
  index.drop(gone.id);
  assert.deepEqual([index.size, index.wordCount], [0, 0], "no word of it is left");
  index.put(aTrip(2, "confirmed"));
  assert.deepEqual(found(index, "maja"), ["2"]);
  for (const query of ["nina", "hund", "0700000000"]) assert.deepEqual(found(index, query), []);
});

Deno.test("an older version changes nothing, a newer one takes the place of all its words", () => {
  const index = new BookingIndex();
  const booking = aTrip(1, "assigned");
  index.put({ ...booking, contact: NINA });
  index.put({ ...booking, version: booking.version - 1 });
  assert.deepEqual([found(index, "nina"), found(index, "maja")], [["1"], []]);
  index.put({ ...booking, version: booking.version + 1 });
  assert.deepEqual([found(index, "nina"), found(index, "maja")], [[], ["1"]]);
});

Deno.test("columns grow with the bookings, and pages of any size hold each once", () => {
  const index = new BookingIndex();
  for (let hours = 0; hours < 2_500; hours++) index.put(aTrip(hours, "confirmed"));
  const readings = readQuestion("maja 0701");
  const seen: string[] = [];
  let after = null;
  do {
    const page = index.find(readings, NO_FLEET, { nowMs: NOW_MS, after, limit: 400 });
    assert.deepEqual([page.total, page.before], [2_500, seen.length]);
    seen.push(...page.rows.map(({ id }) => hoursOf(id)));
    const last = page.rows.at(-1);
    after = last === undefined ? null : { ...last, nowMs: NOW_MS };
  } while (after !== null);
  assert.deepEqual(seen, Array.from({ length: 2_500 }, (_, i) => String(i)));
});

Deno.test("vehicles and drivers are found by what they are called today", () => {
  const index = new BookingIndex();
  index.put(aTrip(1, "assigned"));
  index.put(aTrip(2, "confirmed"));
  const fleet = { vehicles: [["V01", ["bil", "01", "1"]]], drivers: [["D01", ["kim"]]] } as const;
  const find = (query: string) =>
    index.find(readQuestion(query), fleet, { nowMs: NOW_MS, after: null, limit: 9 }).rows
      .map(({ id }) => hoursOf(id));
  assert.deepEqual(find("bil 1"), ["1", "2"]);
  assert.deepEqual(find("kim"), ["1"]);
  assert.deepEqual(find("kim maja"), ["1"]);
  assert.deepEqual(find("bil 7"), []);
});

const PARTS = {
  name: ["Maja Öberg", "Maj Ek", "Nina Ny", "Mats Åström"],
  phone: ["+46701234567", "+46701299999", "+4670", "+447911123456", "+390612345678"],
  note: ["", "Portkod 4120", "Ny vagn"],
  reference: ["K4Q7RM", "K4Q7RW", "MAJA44", "444444"],
  vehicle: ["V01", "V02"],
};
const FLEET = {
  vehicles: [["V01", ["bil", "01", "1"]], ["V02", ["maxi", "02", "2"]]],
  drivers: [],
} as const;
const WORDS = ["m", "ma", "maj", "maja", "n", "ny", "å", "e", "bil", "b", "maxi", "zz"];
const CODES = ["k4q7", "k4q7r", "k4q7rm", "444444"];
const DIGITS = ["1", "2", "070", "0701", "070123", "+46", "+4670", "07911", "0612345"];
const LAST = ["9999", "4120", "44", "4444"];

Deno.test("whatever is put in, changed and dropped, the index finds what a look at every booking finds, in its order", () => {
  const part = (name: keyof typeof PARTS) => fc.constantFrom(...PARTS[name]);
  const put = fc.record({
    hours: fc.integer({ min: -12, max: 12 }),
    isOver: fc.boolean(),
    isDropped: fc.boolean(),
    ...{ name: part("name"), phone: part("phone"), note: part("note") },
    ...{ reference: part("reference"), vehicle: part("vehicle") },
  });
  // Two groups of digits side by side are one number, so there is one of them at most.
  const [word, digits] = [fc.constantFrom(...WORDS), fc.constantFrom(...DIGITS, ...LAST)];
  const alone = fc.constantFrom(...WORDS, ...CODES, ...DIGITS, ...LAST).map((one) => [one]);
  const query = fc.oneof(alone, fc.tuple(word, digits), fc.tuple(word, word));
  fc.assert(
    fc.property(
      fc.array(put, { maxLength: 40 }),
      fc.array(query, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 4 }),
      (puts, queries, limit) => {
        const index = new BookingIndex();
        const stored = new Map<string, Booking>();
        for (const [i, { isDropped, ...one }] of puts.entries()) {
          const booking = aMadeTrip(one, i + 10);
          index.put(booking);
          stored.set(booking.id, booking);
          if (!isDropped) continue;
          index.drop(booking.id);
          stored.delete(booking.id);
        }
        for (const words of queries) {
          const expected = lookedThrough([...stored.values()], words);
          assert.deepEqual(pagesOf(index, words.join(" "), limit), expected, words.join(" "));
        }
      },
    ),
    { numRuns: 300 },
  );
});

const NINA = { name: "Nina Ny", phone: "+46311111111", email: "" };

/** A booking whose pickup is so many hours from now; its id says how many. */
function aTrip(hours: number, status: Booking["status"]): Booking {
  const instant = new Date(NOW_MS + hours * 3_600_000).toISOString();
  const id = bookingId(`B${String(hours + 100).padStart(5, "0")}`);
  return { ...aBooking(status, aBookedTrip({ instant })), id };
}

function hoursOf(id: string): string {
  return String(Number(id.slice(1)) - 100);
}

function found(index: BookingIndex, query: string): string[] {
  const wanted = { nowMs: NOW_MS, after: null, limit: 100 };
  return index.find(readQuestion(query), NO_FLEET, wanted).rows.map(({ id }) => hoursOf(id));
}

interface MadeTrip {
  hours: number;
  isOver: boolean;
  name: string;
  phone: string;
  note: string;
  reference: string;
  vehicle: string;
}

/** The booking of its hours, in a version that is newer than the others. */
function aMadeTrip(made: MadeTrip, version: number): Booking {
  const { hours, isOver, name, phone, note, reference, vehicle } = made;
  const booking = aTrip(hours, isOver ? "completed" : "confirmed");
  const reservation = { ...booking.reservation, vehicleId: vehicleId(vehicle) };
  return { ...booking, version, note, reference, reservation, contact: { name, phone, email: "" } };
}

/** No index: every booking is looked at, and all that fit are sorted. */
function lookedThrough(bookings: readonly Booking[], words: readonly string[]): string[] {
  const hours = (booking: Booking) => Number(hoursOf(booking.id));
  const isAhead = (booking: Booking) => booking.status === "confirmed" || hours(booking) >= 0;
  return bookings.filter((booking) => words.every((word) => hasWord(booking, word)))
    .toSorted((a, b) => {
      if (isAhead(a) !== isAhead(b)) return isAhead(a) ? -1 : 1;
      return isAhead(a) ? hours(a) - hours(b) : hours(b) - hours(a);
    })
    .map(({ id }) => hoursOf(id));
}

function hasWord({ contact, note, reference, reservation, trip }: Booking, word: string): boolean {
  const [, car = []] = FLEET.vehicles.find(([id]) => id === reservation.vehicleId) ?? [];
  const { from, to } = trip;
  const stops = [from, to].flatMap(({ name, area, words }) => [name, area, words]);
  const words = [contact.name, note, ...stops].join(" ").toLowerCase().normalize("NFD")
    .replaceAll(/\p{M}/gu, "").split(/[^a-z0-9]+/);
  const plain = word.replaceAll("å", "a");
  if ([...words, ...car].some((one) => one.startsWith(plain))) return true;
  if (word.length >= 4 && reference.toLowerCase().startsWith(word)) return true;
  if (!/^\+?\d{3,}$/.test(word)) return false;
  if (word.startsWith("+")) return contact.phone.startsWith(word);
  const code = ["+46", "+44", "+39"].find((one) => contact.phone.startsWith(one)) ?? "";
  const national = contact.phone.slice(code.length);
  const isEnd = word.length >= 4 && contact.phone.endsWith(word);
  return national.startsWith(word) || isEnd ||
    (word.startsWith("0")
      ? national.startsWith(word.slice(1))
      : contact.phone.startsWith(`+${word}`));
}

/** What is found page by page; the counts of every page are those of the whole. */
function pagesOf(index: BookingIndex, query: string, limit: number): string[] {
  const hours: string[] = [];
  let after = null;
  for (let total = 1; hours.length < total;) {
    const page = index.find(readQuestion(query), FLEET, { nowMs: NOW_MS, after, limit });
    assert.equal(page.before, hours.length);
    total = page.total;
    hours.push(...page.rows.map(({ id }) => hoursOf(id)));
    const last = page.rows.at(-1);
    assert(last !== undefined || total === 0, "a page holds something while there is more");
    after = last === undefined ? null : { ...last, nowMs: NOW_MS };
  }
  return hours;
}
