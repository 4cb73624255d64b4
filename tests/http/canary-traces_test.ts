// Of whoever books nothing stands in a line of the log, in what is kept of failures and of what led to them, nor in what a push
// service is handed: looked for after every look and every command of the staff and a whole ride over the running product.
// Planted once and seen red: a push that carries what its message is about.
import assert from "node:assert/strict";
import { readRoomFeeds, roomWork } from "../../lib/assembly/work.ts";
import { incidentKeys } from "../../lib/incidents/keys.ts";
import type { AnyFamily } from "../../lib/kv/family.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { sentCommands, staffLooks } from "../support/audit-coverage.ts";
import { testProduct } from "../support/operator.ts";
import { driverFor, keptChannel, operatorDoes, tell } from "../support/outbox.ts";
import { CUSTOMER_CANARIES } from "../support/route-objects.ts";
import { aStoredBooking } from "../support/trips.ts";

const CANARIES = [...Object.values(CUSTOMER_CANARIES), "Kanariefågel", "701239876"];
/** What is kept of failures, and of what led to them. */
const TRACES: readonly AnyFamily[] = [
  incidentKeys.incident,
  incidentKeys.failure,
  incidentKeys.trail,
];

Deno.test("no line of the log, no trace of a failure and no push has a word of whoever books, whatever is asked and done", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const push = Object.assign(keptChannel("push"), {
    reachOf: (bookingId: string) => Promise.resolve(bookingId),
  });
  Object.assign(services, { channels: [push] });
  await readRoomFeeds(services);
  const { booking } = await aStoredBooking(services, {
    contact: { ...CUSTOMER_CANARIES },
  });
  await tell(test);
  await staffLooks(product);
  await sentCommands(product);
  const driver = driverId(await driverFor(test, booking));
  await operatorDoes(test, booking.id, { type: "assign", driverId: driver });
  await tell(test, 30);
  test.clock.set(Temporal.Instant.from(booking.trip.pickup.instant).toString());
  for (const type of ["depart", "arrive", "board", "complete"] as const) {
    await operatorDoes(test, booking.id, { type });
    await tell(test, 11);
  }
  await tell(test, 60);
  for (const { round } of roomWork(services).flatMap(({ rounds = [] }) => rounds)) await round();
  assert.ok(push.sent.length >= 2, `${push.sent.length} pushes`);
  assert.ok(test.records.length > 100, `${test.records.length} lines`);
  const traces: unknown[] = [];
  for (const { prefix } of TRACES) {
    traces.push(...await Array.fromAsync(services.db.stored!.list({ prefix })));
  }
  assert.deepEqual(withCanary(push.sent), [], "in what a push service is handed");
  assert.deepEqual(withCanary(test.records), [], "in the log");
  assert.deepEqual(withCanary(traces), [], "in what is kept of failures");
});

function withCanary(things: readonly unknown[]): string[] {
  return things.map((one) => Deno.inspect(one, { depth: 9, strAbbreviateSize: 10_000 }))
    .filter((text) => CANARIES.some((canary) => text.includes(canary)));
}
