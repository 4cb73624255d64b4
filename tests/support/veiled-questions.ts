// What staff ask in addresses of a booking whose customer is hidden: days, searches by each of the facts, lists as files.
import assert from "node:assert/strict";
import { ROUTE_RULES } from "../../lib/http/route-table.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { allRoutes } from "./all-routes.ts";
import { ENDS_SESSIONS, type RouteCaller, sendInit } from "./route-callers.ts";
import { addressOf, type routeObjects } from "./route-objects.ts";
import { VEILED } from "./veiled-world.ts";

/** Has every route asked and told by each of the callers, and staff ask for the booking in every way there is. */
export async function askEverywhere(
  { callers, world, booking }: {
    callers: readonly RouteCaller[];
    world: Awaited<ReturnType<typeof routeObjects>>;
    booking: Pick<Booking, "id" | "reference">;
  },
  look: (caller: RouteCaller, path: string, init?: RequestInit) => Promise<void>,
): Promise<void> {
  for (const pattern of allRoutes()) {
    assert(ROUTE_RULES[pattern] !== undefined, pattern);
    for (const one of callers) {
      const caller = ENDS_SESSIONS.test(pattern) ? await one.again() : one;
      const path = await addressOf(pattern, world, "own");
      await look(caller, path);
      await look(caller, path, sendInit(caller, path));
    }
  }
  for (const caller of callers.filter(({ rights }) => rights.length > 0)) {
    for (const path of askedOf(booking)) await look(caller, path);
  }
}

/** The addresses. */
export function askedOf({ id, reference }: Pick<Booking, "id" | "reference">): string[] {
  const day = { date: "2026-11-24" };
  return [
    ...[paths.admin({ ...day, booking: id }), paths.adminCars(day)],
    ...[paths.adminDayCsv({ ...day, cols: "customer,phone,trip,know" }), paths.adminDayCsv(day)],
    ...[paths.api.adminBookings(day), paths.adminMessages({ booking: reference })],
    ...["trip", "name", "phone", "note"].map((sort) => paths.admin({ ...day, sort })),
    ...[VEILED.name, VEILED.phone, VEILED.email, VEILED.from, VEILED.flight]
      .flatMap((q) => [paths.admin({ q }), paths.api.adminBookings({ q })]),
    ...["change", "split", "duplicate", "return"].map((kind) => paths.adminSheet(id, kind)),
    paths.adminNewBooking({ phone: VEILED.phone }),
  ];
}

/** What was asked stands in the answer: it is taken out before the answer is looked through. */
export function withoutAsked(text: string, path: string): string {
  const { searchParams } = new URL(path, "http://avanti.example");
  return [searchParams.get("q"), searchParams.get("phone")].filter((word) => word !== null)
    .flatMap((word) => {
      const said = encodeURIComponent(word);
      return [word, said, said.replaceAll("%20", "+")];
    })
    .reduce((rest, word) => rest.replaceAll(word, ""), text);
}
