// Adds to a commit who a booking is invoiced to. One buyer may owe no more than a limit, whoever books and however many at once.
import type { BookingStore } from "../booking/booking-store.ts";
import { type Booking, bookingId } from "../booking/booking.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { InvoiceBuyer } from "../invoicing/buyer.ts";
import type { BuyerStore } from "../invoicing/buyer-store.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Transaction } from "../kv/transaction.ts";
import { owedOre } from "./checkout-rules.ts";

/** What it needs. */
export interface BookBuyerDeps {
  clock: Clock;
  bookings: Pick<BookingStore, "getAll">;
  buyers: Pick<BuyerStore, "claimsOf" | "add">;
  config: { invoiceLimitKronor: number };
}

/** Adds the buyer. Throws DomainError("invoice-refused"), which says nothing of what others owe. */
export async function bookBuyer(
  { clock, bookings, buyers, config }: BookBuyerDeps,
  tx: Transaction,
  { id, trip }: Booking,
  buyer: InvoiceBuyer,
): Promise<void> {
  const claims = await buyers.claimsOf(buyer);
  const others = claims.bookingIds.filter((one) => one !== id).map(bookingId);
  const found = (await bookings.getAll(others)).flatMap((one) => one ?? []);
  const open = found.filter((one) => owedOre(one) > 0);
  const sumOre = open.reduce((sum, one) => sum + owedOre(one), trip.totalOre);
  if (sumOre > config.invoiceLimitKronor * 100) throw new DomainError("invoice-refused");
  buyers.add(tx, { ...claims, bookingIds: open.map((one) => one.id) }, {
    ...{ bookingId: id, buyer, at: clock.now().toString() },
    pickupMs: Date.parse(trip.pickup.instant),
  });
}
