// What the pages of somebody's own rides are drawn from.
import type { Reach } from "../../../accounts/reach.ts";
import type { Person } from "../../../accounts/person.ts";
import { type Booking, bookingIdIn } from "../../../booking/booking.ts";
import { ownBookings, type Owner } from "../../../booking/booking-owners.ts";
import { type SeenBooking, seenByOwner } from "../../../booking/seen-booking.ts";
import { manageLink } from "../../../booking/manage-link.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { localDate } from "../../../kernel/wall-time.ts";

/** A ride with the last part of its ticket's address. */
export interface OwnRide {
  booking: SeenBooking;
  link: string;
}

/** The rides of a page. */
export interface RidesData {
  /** The next one first. */
  upcoming: OwnRide[];
  /** The latest first. */
  past: OwnRide[];
  /** Where older ones begin; null when there are none. */
  older: string | null;
  today: string;
}

/** What reading needs. */
export type RidesDeps = Parameters<typeof ownBookings>[0] & { clock: Clock; linkKey: CryptoKey };

/** States of a ride that is still to come, or under way. */
const AHEAD: ReadonlySet<Booking["status"]> = new Set([
  ...["confirmed", "assigned", "en-route", "arrived", "on-board"] as const,
]);

/** Reads one page of the rides of the owners; `before` is as an address says it. */
export async function ridesData(
  deps: RidesDeps,
  owners: readonly Owner[],
  before: string | null,
): Promise<RidesData> {
  const from = bookingIdIn(before ?? undefined);
  const { bookings, next } = await ownBookings(deps, owners, { before: from });
  const rides = await Promise.all(
    bookings.map(async (booking) => ({
      booking: seenByOwner(booking),
      link: await manageLink(deps.linkKey, booking.id),
    })),
  );
  const byPickup = rides.toSorted((a, b) => pickupMs(a) - pickupMs(b));
  const isAhead = ({ booking }: OwnRide) => AHEAD.has(booking.status);
  return {
    upcoming: byPickup.filter(isAhead),
    past: byPickup.filter((ride) => !isAhead(ride)).reverse(),
    older: next,
    today: localDate(deps.clock.now()),
  };
}

/** Where a person is reached: each was shown to be theirs. */
export function reachesOf({ email, phone }: Pick<Person, "email" | "phone">): Reach[] {
  const reaches: Reach[] = [{ kind: "email", at: email }, { kind: "phone", at: phone }];
  return reaches.filter(({ at }) => at !== "");
}

function pickupMs({ booking }: OwnRide): number {
  return Date.parse(booking.trip.pickup.instant);
}
