// What staff ask in addresses of a booking whose customer is hidden: days, searches by each of the facts, lists as files.
import type { Booking } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { VEILED } from "./veiled-world.ts";

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
