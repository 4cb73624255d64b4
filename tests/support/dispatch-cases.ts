// The API's routes for what operators decide, each with a request that it accepts; a part of api-routes.ts.
import { FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import type { Services } from "../../lib/assembly/services.ts";
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
  const act = await performCommand(services, toUndo.id, cancel, SARA);
  return [
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
      wrongHeaders: [{ [FORM_TOKEN_HEADER]: null }, { cookie: null }],
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
      wrongHeaders: [{ [FORM_TOKEN_HEADER]: null }, { cookie: null }],
    },
  ];
}
