import assert from "node:assert/strict";
import { operatorCommand, runOperatorCommand } from "../../lib/board/operator-command.ts";
import { MAX_REASON_LENGTH } from "../../lib/booking/booking.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("operatorCommand refuses what no operator can mean", () => {
  const wrong: unknown[] = [
    { type: "reschedule", expectedVersion: 1 },
    { type: "depart" },
    { type: "depart", expectedVersion: 0 },
    { type: "depart", expectedVersion: "1" },
    { type: "assign", expectedVersion: 1, driverId: "" },
    { type: "unassign", expectedVersion: 1, reason: " \u0000 " },
    { type: "cancel", expectedVersion: 1, reason: "sjuk" },
    { type: "cancel", expectedVersion: 1, reason: "sjuk", feeOre: -1 },
    { type: "cancel", expectedVersion: 1, reason: "sjuk", feeOre: 0.5 },
  ];
  for (const input of wrong) {
    assert.equal(operatorCommand.safeParse(input).success, false, JSON.stringify(input));
  }
});

Deno.test("runOperatorCommand() gives the ride the driver's own vehicle, and says who did it", async () => {
  await using test = await testServices();
  const { services } = test;
  const { booking } = await aStoredBooking(services);
  const drivers = await services.fleet.drivers();
  const driver = drivers.find(({ vehicleId }) => vehicleId === booking.reservation.vehicleId);
  assert(driver);
  const command = { type: "assign", expectedVersion: 1, driverId: driver.id } as const;
  const assigned = await runOperatorCommand(services, booking.id, command, "Karin");
  assert.equal(assigned.status, "assigned");
  assert.equal(assigned.reservation.vehicleId, driver.vehicleId);
  const [, event] = await services.bookings.events(booking.id);
  assert.deepEqual(event?.actor, { kind: "operator", id: null, name: "Karin" });
});

Deno.test("runOperatorCommand() cancels for the fee the operator chose", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const command = { type: "cancel", expectedVersion: 1, reason: "sjuk", feeOre: 1_200 } as const;
  const cancelled = await runOperatorCommand(test.services, booking.id, command, "Karin");
  assert.equal(cancelled.status === "cancelled" && cancelled.cancellation.feeOre, 1_200);
});

Deno.test("a driver nobody has and a booking that has moved on are refused", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const run = (command: Parameters<typeof runOperatorCommand>[2]) =>
    runOperatorCommand(test.services, booking.id, command, "Karin");
  await refusal(run({ type: "assign", expectedVersion: 1, driverId: "D99" }), "driver-not-found");
  await refusal(run({ type: "depart", expectedVersion: 1 }), "booking-state");
  await refusal(
    run({ type: "cancel", expectedVersion: 9, reason: "sjuk", feeOre: 0 }),
    "booking-changed",
  );
});

Deno.test("operatorCommand takes every command at its bounds, its texts made clean", () => {
  const reason = "x".repeat(MAX_REASON_LENGTH);
  const taken = [
    { type: "assign", expectedVersion: 1, driverId: "D" },
    { type: "assign", expectedVersion: 1, driverId: "D".repeat(40) },
    { type: "unassign", expectedVersion: 1, reason },
    { type: "unassign", expectedVersion: 1, reason: "x" },
    { type: "cancel", expectedVersion: 1, reason, feeOre: 0 },
    ...["depart", "arrive", "board", "complete", "mark-no-show"].map((type) => ({
      type,
      expectedVersion: 7,
    })),
  ];
  for (const command of taken) assert.deepEqual(operatorCommand.parse(command), command);
  assert.deepEqual(
    operatorCommand.parse({ type: "unassign", expectedVersion: 1, reason: " sjuk\u0000 " }),
    { type: "unassign", expectedVersion: 1, reason: "sjuk" },
  );
  const refused = [
    { type: "assign", expectedVersion: 1, driverId: "D".repeat(41) },
    { type: "unassign", expectedVersion: 1, reason: `${reason}x` },
    { type: "cancel", expectedVersion: 1, reason: `${reason}x`, feeOre: 0 },
    { type: "expire", expectedVersion: 1 },
  ];
  for (const command of refused) {
    assert.equal(operatorCommand.safeParse(command).success, false, JSON.stringify(command));
  }
});
