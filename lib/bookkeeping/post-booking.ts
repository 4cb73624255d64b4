// Enters what happened to one booking into the books: its sales, and what is taken back of them. What is booked already is not
// booked again.
import { bookingId } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { dateOf } from "../kernel/wall-time.ts";
import { type Company, entityOf } from "./legal-entity.ts";
import type { OpenBooks } from "./open-books.ts";
import { lowerSale } from "./post-payment.ts";
import type { PostedBooking } from "./sale.ts";
import { creditOf, saleOf, type SaleStep, saleSteps, standingOre } from "./sale-rules.ts";
import { keptThrough, standingSale, withSale } from "./standing-sale.ts";

/** What entering a booking needs. */
export interface PostBookingDeps {
  bookings: Pick<BookingStore, "events">;
  fleet: Pick<FleetStore, "all">;
  company: Company;
}

/** Enters the events of a booking up to a version. */
export async function postBooking(
  deps: PostBookingDeps,
  books: OpenBooks,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const before = await books.posted(id);
  if (before === null || before.version >= version) return;
  const events = (await deps.bookings.events(bookingId(id))).slice(0, version);
  // A history with a hole sells another price, or nothing: better none until somebody has looked.
  if (events.length !== version) return;
  let posted = before;
  for (const step of saleSteps(events, before.version)) {
    posted = await carryOut(deps, books, { step, posted });
  }
  // Nobody looks at a booking without sales again: its own version says that nothing came of it.
  if (posted !== before) books.setPosted(id, { ...posted, version });
}

async function carryOut(
  deps: PostBookingDeps,
  books: OpenBooks,
  { step, posted }: { step: SaleStep; posted: PostedBooking },
): Promise<PostedBooking> {
  switch (step.step) {
    case "sell": {
      const { booking, at } = step;
      const entityId = entityOf(
        { vehicleId: booking.reservation.vehicleId, at },
        deps.company,
        await deps.fleet.all(),
      );
      const sold = await books.sell(
        saleOf(booking, { at, entityId, method: booking.payment.method }),
      );
      const on = dateOf(booking.trip.pickup.wallTime);
      const after = keptThrough(withSale(posted, sold, sold.sale.id), on);
      // What was given back before the ride is given back of it now.
      return await lowerSale(books, after, at);
    }
    case "take-back": {
      const { original, credits } = await standingSale(books, posted);
      if (original === null) return posted;
      const amountOre = standingOre(original, credits);
      if (amountOre === 0) return { ...posted, standing: null };
      const credit = creditOf(original, credits, { at: step.at, kind: "credit", amountOre });
      return withSale(posted, await books.sell(credit), null);
    }
  }
}
