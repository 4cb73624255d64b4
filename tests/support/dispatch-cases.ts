// The API's routes for what operators decide, each with a request that it accepts; a part of api-routes.ts.
import { FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import type { Services } from "../../lib/assembly/services.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import type { ApiCase } from "./api-routes.ts";
import { aStoredBooking } from "./trips.ts";

const SARA = {
  actor: { kind: "operator", id: null, name: "Sara" },
  idempotencyKey: null,
} as const;

/** The cases over bookings of their own; `headers` are those of a signed-in operator who sends JSON. */
export async function dispatchCases(
  services: Services,
  headers: Record<string, string>,
): Promise<(Pick<ApiCase, "file" | "path"> & Partial<ApiCase>)[]> {
  const { booking: toChange } = await aStoredBooking(services);
  const { booking: toUndo } = await aStoredBooking(services);
  const cancel = { type: "cancel", expectedVersion: 1, reason: "fel", feeOre: 0 } as const;
  const drivers = await services.fleet.drivers();
  const driverOf = ({ reservation }: Booking) =>
    drivers.find((one) => one.vehicleId === reservation.vehicleId)?.id ?? "";
  // Its car stays reserved: what others book meanwhile keeps nobody from undoing it.
  const assign = { type: "assign", expectedVersion: 1, driverId: driverOf(toUndo) } as const;
  const act = await performCommand(services, toUndo.id, assign, SARA);
  const { booking: toAssign } = await aStoredBooking(services);
  const driverId = driverOf(toAssign);
  const wrongHeaders = [{ [FORM_TOKEN_HEADER]: null }, { cookie: null }];
  const { booking: toCopy } = await aStoredBooking(services);
  const { booking: toRevive } = await aStoredBooking(services);
  await performCommand(services, toRevive.id, cancel, SARA);
  return [
    {
      file: "admin/bookings/[bookingId]/copies.ts",
      method: "POST",
      path: `/api/admin/bookings/${toCopy.id}/copies`,
      id: toCopy.id,
      headers,
      body: { kind: "return", pickup: { wallTime: "2026-11-25T16:00" } },
      required: [["kind"], ["pickup"], ["pickup", "wallTime"]],
      wrong: [
        [["kind"], ["", "copy", "toString"]],
        [["pickup", "wallTime"], ["nu", "2026-13-25T16:00", "2027-03-28T02:30"]],
        [["expected"], [{ version: 2, formerOre: 1, copyOre: 1 }, {}]],
      ],
      wrongHeaders,
    },
    {
      file: "admin/bookings/[bookingId]/revival.ts",
      method: "POST",
      path: `/api/admin/bookings/${toRevive.id}/revival`,
      id: toRevive.id,
      headers,
      body: { reason: "kunden ringde", pickup: { wallTime: "2026-11-25T16:00" } },
      required: [["reason"], ["pickup", "wallTime"]],
      wrong: [
        [["reason"], ["", " ", "x".repeat(201)]],
        [["pickup", "wallTime"], ["nu", "1999-01-01T10:00", "2199-01-01T10:00"]],
        [["expected"], [{ version: 1, totalOre: 1 }, { version: 2, totalOre: 1 }]],
      ],
      wrongHeaders,
    },
    {
      file: "admin/bookings/[bookingId]/candidates.ts",
      path: `/api/admin/bookings/${toAssign.id}/candidates`,
      id: toAssign.id,
      headers,
    },
    { file: "admin/outages.ts", path: "/api/admin/outages", headers },
    {
      file: "admin/(dispatch)/assignments.ts",
      method: "POST",
      path: "/api/admin/assignments",
      headers,
      body: {
        type: "assign",
        trips: [{ bookingId: toAssign.id, expectedVersion: 1, driverId }],
      },
      required: [["type"], ["trips"]],
      wrong: [
        [["type"], ["", "Assign", "toString"]],
        [["trips"], [[], [{}], Array(51).fill({ bookingId: "x", expectedVersion: 1, driverId })]],
      ],
      wrongHeaders,
    },
    {
      file: "admin/vehicles/[vehicleId]/outages.ts",
      method: "POST",
      path: "/api/admin/vehicles/V09/outages",
      id: "V09",
      headers,
      body: {
        type: "out-of-traffic",
        from: "2026-12-01T10:00:00Z",
        until: "2026-12-01T12:00:00Z",
        reason: "service",
      },
      required: [["type"], ["from"], ["reason"]],
      wrong: [
        [["type"], ["", "gone"]],
        [["from"], ["nu", "2026-12-01", "2026-12-01T13:00:00Z"]],
        [["until"], ["sen", "2026-12-01T09:00:00Z"]],
        [["reason"], ["", " ", "x".repeat(201)]],
      ],
      wrongHeaders,
    },
    {
      file: "admin/bookings/[bookingId]/changes.ts",
      method: "POST",
      path: `/api/admin/bookings/${toChange.id}/changes`,
      id: toChange.id,
      headers,
      body: {
        preview: false,
        expectedVersion: 1,
        expectedTotalOre: toChange.trip.totalOre,
        passengers: 1,
        contact: { phone: "070-123 45 68" },
        note: "Ring på",
      },
      required: [["expectedVersion"], ["expectedTotalOre"]],
      wrong: [
        [["expectedVersion"], [0, -1, 2, 1e9]],
        [["expectedTotalOre"], [-1, 1, 1e9]],
        [["passengers"], [0, 9, 8, 2.5]],
        [["contact", "phone"], ["112", "ringare"]],
        [["note"], ["x".repeat(501)]],
      ],
      wrongHeaders,
    },
    {
      file: "admin/acts/[actId].ts",
      method: "POST",
      path: `/api/admin/acts/${act.id}`,
      id: act.id,
      headers,
      body: { type: "undo" },
      required: [["type"]],
      wrong: [[["type"], ["", "Undo", "redo", "toString"]]],
      wrongHeaders,
    },
  ];
}
