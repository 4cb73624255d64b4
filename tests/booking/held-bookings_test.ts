// One telephone number holds so many bookings that have not begun, and one network books so fast, whoever races.
import assert from "node:assert/strict";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import {
  createBooking,
  type CreateBookingInput,
  type Purchaser,
} from "../../lib/booking/create-booking.ts";
import { NETWORK_PACE } from "../../lib/booking/held-bookings.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { readList } from "../../lib/kv/read.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { SUPPORT_PHONE } from "../../lib/kernel/support-phone.ts";
import { tempFolder } from "../support/databases.ts";
import { type TestServiceOptions, testServices } from "../support/services.ts";
import { aQuote, MAJA } from "../support/trips.ts";

const FIVE = { AVANTI_BOOKINGS_HELD: "5" };
const CUSTOMER: Purchaser = { actor: { kind: "customer" }, sender: "", mayExceed: false };

/** Books at hours of its own, so that no car is short. */
async function book(
  services: Services,
  hour: number,
  { phone = MAJA.phone, by = CUSTOMER }: { phone?: string; by?: Purchaser } = {},
) {
  const day = 24 + Math.floor(hour / 20);
  const wallTime = `2026-11-${day}T${String(hour % 20).padStart(2, "0")}:00`;
  const quote = await aQuote(services, { wallTime });
  return await createBooking(services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: { ...MAJA, phone } },
    ...{ flightNumber: "", note: "", locale: "sv", idempotencyKey: crypto.randomUUID() },
  }, by);
}

function held(options: TestServiceOptions = {}) {
  return testServices({ environment: FIVE, ...options });
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return await promise.then(() => "booked", (error) => error.code);
}

Deno.test("the sixth booking of a number is refused with how many there may be and the number to call", async () => {
  await using test = await held();
  const { services } = test;
  for (let i = 0; i < 5; i++) await book(services, i + 1);
  await assert.rejects(book(services, 6), (error) => {
    assert(error instanceof DomainError && error.code === "too-many-bookings");
    assert.deepEqual(error.details, { most: 5, phone: SUPPORT_PHONE });
    return true;
  });
  await book(services, 6, { phone: "+46701234568" });
});

Deno.test("a booking that is cancelled or has begun leaves its place to another", async () => {
  await using test = await held();
  const { services } = test;
  const made = [];
  for (let i = 0; i < 5; i++) made.push(await book(services, i + 1));
  assert.equal(await codeOf(book(services, 6)), "too-many-bookings");
  const link = made[0]?.link ?? "";
  await cancelBooking(services, { link, expectedFeeOre: 0, reason: "" });
  assert.equal(await codeOf(book(services, 6)), "booked");
  assert.equal(await codeOf(book(services, 7)), "too-many-bookings");
});

Deno.test("of forty racers in two processes five book, whatever order they commit in", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/avanti.sqlite`;
  {
    await using one = await held({ database });
    await using other = await held({ database, existing: true });
    const codes = await Promise.all(
      Array.from(
        { length: 40 },
        (_, i) => codeOf(book((i % 2 === 0 ? one : other).services, i + 1)),
      ),
    );
    assert.equal(codes.filter((code) => code === "booked").length, 5);
    assert(
      codes.every((code) => ["booked", "too-many-bookings", "busy"].includes(code)),
      codes.join(),
    );
    const prefix = bookingKeys.booking.prefix;
    assert.equal((await readList(one.services.db.read, { prefix }, 100)).length, 5);
  }
});

Deno.test("the same race sees a count that is read and then set without a check", async () => {
  await using test = await held();
  withoutChecksOf(test.services, "heldBookings");
  const codes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => codeOf(book(test.services, i + 1))),
  );
  assert(codes.filter((code) => code === "booked").length > 5, codes.join());
});

Deno.test("an operator who was told books past the limit, and the customer does not follow", async () => {
  await using test = await held();
  const { services } = test;
  const operator: Purchaser = {
    actor: { kind: "operator", id: null, name: "Karin" },
    sender: "",
    mayExceed: true,
  };
  for (let i = 0; i < 7; i++) await book(services, i + 1, { by: operator });
  assert.equal(await codeOf(book(services, 8)), "too-many-bookings");
  assert.equal(
    await codeOf(book(services, 8, { by: { ...operator, mayExceed: false } })),
    "too-many-bookings",
  );
});

Deno.test("a person holds no more by giving another number each time; as a guest that number is its own", async () => {
  await using test = await held();
  const { services } = test;
  const signedIn: Purchaser = { ...CUSTOMER, actor: { kind: "customer", id: "P1" } };
  const phone = (i: number) => `+4670123450${i}`;
  for (let i = 0; i < 5; i++) await book(services, i + 1, { phone: phone(i), by: signedIn });
  const next = { phone: phone(6), by: signedIn };
  assert.equal(await codeOf(book(services, 6, next)), "too-many-bookings");
  assert.equal(await codeOf(book(services, 6, { phone: phone(6) })), "booked");
});

Deno.test("one network books at its pace whatever number it gives; a clock that is set back shuts nobody out", async () => {
  await using test = await testServices({ environment: { AVANTI_LIMITS: "on" } });
  const { services, clock } = test;
  const from = (sender: string, i: number) =>
    codeOf(
      book(services, i + 1, {
        phone: `+4670123${String(i).padStart(4, "0")}`,
        by: { ...CUSTOMER, sender },
      }),
    );
  for (let i = 0; i < NETWORK_PACE.burst; i++) assert.equal(await from("203.0.113.1", i), "booked");
  assert.equal(await from("203.0.113.1", 41), "too-many-tries");
  assert.equal(await from("203.0.113.2", 42), "booked");
  clock.advance({ milliseconds: NETWORK_PACE.everyMs });
  assert.equal(await from("203.0.113.1", 43), "booked");
  clock.advance({ hours: -2 });
  assert.equal(await from("203.0.113.1", 44), "booked");
});

Deno.test("the same purchase sent again is the same booking, also for who holds five", async () => {
  await using test = await held();
  const { services } = test;
  for (let i = 0; i < 4; i++) await book(services, i + 1);
  const quote = await aQuote(services, { wallTime: "2026-11-24T09:00" });
  const input: CreateBookingInput = {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: MAJA, flightNumber: "", note: "" },
    ...{ locale: "sv", idempotencyKey: "again" },
  };
  const first = await createBooking(services, input);
  assert.equal((await createBooking(services, input)).booking.id, first.booking.id);
});

/** The planted fault: commits of this database look at no row of a family. */
function withoutChecksOf({ db }: Services, family: string): void {
  const atomic = db.write.atomic.bind(db.write);
  db.write.atomic = () => {
    const operation = atomic();
    const check = operation.check.bind(operation);
    operation.check = (...checks) => check(...checks.filter(({ key }) => key[0] !== family));
    return operation;
  };
}
