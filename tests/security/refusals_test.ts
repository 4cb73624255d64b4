// What limits refuse is recorded: once a day for whoever is counted, in the file of their data, and not a row a hit. Planted
// once and seen red: a gate without a bound, a rule that notes nothing, rows that an erasure leaves.
import assert from "node:assert/strict";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { CALL_PACES } from "../../lib/http/call-classes.ts";
import { readList } from "../../lib/kv/read.ts";
import { CallLimits } from "../../lib/resilience/call-limits.ts";
import { securityKeys } from "../../lib/security/keys.ts";
import { REFUSAL_RULES } from "../../lib/security/refusal.ts";
import { Refusals } from "../../lib/security/refusals.ts";
import { securityOwnData } from "../../lib/security/own-data.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { testProduct } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aQuote, MAJA } from "../support/trips.ts";

const ONE = { AVANTI_BOOKINGS_HELD: "1" };
const PACE = { rule: "call-pace", version: "page 1/1 ms", counted: 1, most: 1 } as const;

Deno.test("a number that holds too many bookings has it recorded once a day, with the rule, its version and the count", async () => {
  await using test = await testServices({ environment: ONE });
  const { services, clock } = test;
  await book(services, "09:00");
  for (const time of ["10:00", "11:00"]) await refusal(book(services, time), "too-many-bookings");
  await services.refusals.flush();
  const mark = await reachMark(services.reachKey, "phone", MAJA.phone);
  const known = { rule: "held-bookings", version: "1 bookings", counted: 1, most: 1 };
  const first = { at: clock.now().toString(), ...known };
  assert.deepEqual(await services.refusals.ofMarks([mark]), [first]);
  clock.advance({ hours: 24 });
  await refusal(book(services, "12:00"), "too-many-bookings");
  await services.refusals.flush();
  const second = { at: clock.now().toString(), ...known };
  assert.deepEqual(await services.refusals.ofMarks([mark]), [first, second]);
  const [own = assert.fail()] = securityOwnData(services);
  const guest = { personId: null, reaches: [MAJA.phone], bookingIds: [], driverId: null };
  const rows = await Array.fromAsync(own.rows({ ...guest, marks: [mark], operatorName: null }));
  assert.deepEqual(rows.map(({ rule }) => rule), [
    REFUSAL_RULES["held-bookings"],
    REFUSAL_RULES["held-bookings"],
  ]);
  await services.refusals.forget([mark]);
  assert.deepEqual(await services.refusals.ofMarks([mark]), []);
});

Deno.test("a network that asks too fast has one row however often it asks, and its address stands nowhere", async () => {
  const time = { nowMs: 0 };
  const callLimits = new CallLimits({ isOn: true, now: () => time.nowMs });
  const environment = { AVANTI_PROXIES: "1" };
  await using product = await testProduct({ environment, parts: { callLimits } });
  const { services, origin } = product;
  const headers = { "x-forwarded-for": "203.0.113.77" };
  for (let i = 0; i < CALL_PACES.code.burst + 5; i++) {
    await (await fetch(`${origin}/enter/short`, { headers, redirect: "manual" })).body?.cancel();
  }
  await services.refusals.flush();
  const rows = await refusals(services);
  const { burst, everyMs } = CALL_PACES.code;
  assert.deepEqual(rows.map(({ value: { rule, version } }) => [rule, version]), [
    ["call-pace", `code ${burst}/${everyMs} ms`],
  ]);
  assert.ok(!JSON.stringify(rows).includes("203.0.113"));
});

Deno.test("an attack from a hundred thousand networks leaves no more rows than there is room for, and costs no commit a hit", async () => {
  await using test = await testServices();
  const { services } = test;
  for (let i = 0; i < 100_000; i++) {
    services.refusals.note({ kind: "network", at: `network ${i}` }, PACE);
  }
  assert.equal((await refusals(services)).length, 0);
  await services.refusals.flush();
  assert.equal((await refusals(services)).length, 20_000);
});

Deno.test("two processes that refuse the same person leave one row", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = { kind: "person", at: "01KAS000000000000000000001" } as const;
  const markOf = ({ at }: { at: string }) => reachMark(services.reachKey, "person", at);
  const other = new Refusals({ ...services, markOf });
  services.refusals.note(person, PACE);
  other.note(person, { ...PACE, counted: 2 });
  await other.flush();
  await services.refusals.flush();
  assert.deepEqual((await refusals(services)).map(({ value }) => value.counted), [2]);
});

async function refusals({ db }: Services) {
  return await readList(db.read, { prefix: securityKeys.limitRefusal.prefix }, 100_000);
}

async function book(services: Services, time: string) {
  const quote = await aQuote(services, { wallTime: `2026-11-26T${time}` });
  return await createBooking(services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: MAJA },
    ...{ flightNumber: "", note: "", locale: "sv", idempotencyKey: crypto.randomUUID() },
  });
}
