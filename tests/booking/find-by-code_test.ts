import assert from "node:assert/strict";
import { checkFindForm, findBookingByCode } from "../../lib/booking/find-by-code.ts";
import { findBookingByLink } from "../../lib/booking/find-booking.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const OTHER_PHONE = "+46709999999";
const OTHER_CODE = "K4Q7RM";

Deno.test("code and number together lead to the ticket, by the link the customer has already", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services);
  const asked = { reference: booking.reference, phone: MAJA.phone, sender: "203.0.113.7" };
  const found = await findBookingByCode(test.services, asked);
  assert.equal(found, link);
  assert.equal((await findBookingByLink(test.services, found ?? "")).booking.id, booking.id);
});

Deno.test("a wrong number and a wrong code lead nowhere, and read and count the same", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { reference } = booking;
  const wrong = [
    { reference, phone: OTHER_PHONE },
    { reference: OTHER_CODE, phone: MAJA.phone },
    { reference: OTHER_CODE, phone: OTHER_PHONE },
    { reference, phone: "" },
    { reference: OTHER_CODE, phone: "" },
  ];
  const work: unknown[] = [];
  for (const [i, asked] of wrong.entries()) {
    const { services, asks } = counting(test.services);
    const found = await findBookingByCode(services, { ...asked, sender: `203.0.113.${i}` });
    assert.equal(found, null);
    work.push(asks);
  }
  for (const asks of work) assert.deepEqual(asks, work[0]);
});

Deno.test("the sixth try of a code is refused from anywhere, even with the right number", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const { reference } = booking;
  for (let i = 0; i < 5; i++) {
    const sender = `203.0.113.${i}`;
    const asked = { reference, phone: OTHER_PHONE, sender };
    assert.equal(await findBookingByCode(test.services, asked), null);
  }
  const right = { reference, phone: MAJA.phone, sender: "198.51.100.1" };
  await assert.rejects(findBookingByCode(test.services, right), tooMany);
  test.clock.advance({ hours: 1 });
  assert.notEqual(await findBookingByCode(test.services, right), null);
});

Deno.test("the sixth try of a sender is refused, whatever code it is; another sender is not", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const right = { reference: booking.reference, phone: MAJA.phone };
  for (const letter of "34679") {
    const asked = { reference: `K4Q7R${letter}`, phone: OTHER_PHONE, sender: "203.0.113.7" };
    assert.equal(await findBookingByCode(test.services, asked), null);
  }
  await assert.rejects(
    findBookingByCode(test.services, { ...right, sender: "203.0.113.7" }),
    tooMany,
  );
  assert.equal(test.records.at(-1)?.event, "ticket search refused");
  assert.notEqual(
    await findBookingByCode(test.services, { ...right, sender: "203.0.113.8" }),
    null,
  );
});

Deno.test("a ticket that is found costs no try: a reception may look for its guests all day", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const asked = { reference: booking.reference, phone: MAJA.phone, sender: "203.0.113.7" };
  for (let i = 0; i < 8; i++) assert.notEqual(await findBookingByCode(test.services, asked), null);
});

Deno.test("neither code nor sender stands in what is counted", async () => {
  await using test = await testServices();
  const asked = { reference: OTHER_CODE, phone: OTHER_PHONE, sender: "203.0.113.7" };
  await findBookingByCode(test.services, asked);
  const rows = await Array.fromAsync(test.services.db.read.list({ prefix: kvKeys.tries.prefix }));
  assert.equal(rows.length, 2);
  const text = JSON.stringify(rows);
  for (const secret of Object.values(asked)) assert(!text.includes(secret), secret);
});

Deno.test("code and number are read however people write them", () => {
  const typed = (reference: string, phone: string) => checkFindForm({ reference, phone });
  const read = { ok: true, value: { reference: "K4Q7RM", phone: "+46701234567" } };
  assert.deepEqual(typed("k4q 7rm", "070-123 45 67"), read);
  assert.deepEqual(typed(" K4Q-7RM ", "+46 (0)70 123 45 67"), read);
  assert.deepEqual(typed("", "112"), {
    ok: false,
    errors: [
      { field: "reference", code: "referenceMissing" },
      { field: "phone", code: "phoneTooShort" },
    ],
  });
  assert.deepEqual(typed("K4Q7R", "070-123 45 67"), {
    ok: false,
    errors: [{ field: "reference", code: "referenceInvalid" }],
  });
});

function tooMany(error: unknown): boolean {
  return error instanceof DomainError && error.code === "too-many-tries" &&
    Number(error.details.retryAfterSeconds) === 3_600;
}

/** The services with a count of what is asked of the bookings. */
function counting(real: Awaited<ReturnType<typeof testServices>>["services"]) {
  const asks = { get: 0, idOf: 0 };
  const bookings = {
    get: (...args: Parameters<typeof real.bookings.get>) => {
      asks.get++;
      return real.bookings.get(...args);
    },
    idOf: (reference: string) => {
      asks.idOf++;
      return real.bookings.idOf(reference);
    },
  };
  return { services: { ...real, bookings }, asks };
}
