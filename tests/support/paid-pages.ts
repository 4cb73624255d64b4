// Pages of a ride that waits for its money, and of one that is over and has its receipt.
import type { Services } from "../../lib/assembly/services.ts";
import { archiveDocuments } from "../../lib/bookkeeping/documents/archive-documents.ts";
import type { CreatedBooking } from "../../lib/booking/create-booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { PaymentMethod } from "../../lib/payments/payment-method.ts";
import { book } from "./bookkeeping.ts";
import { drive } from "./driven-rides.ts";

/** Their routes with their addresses; `buy` makes a booking that is paid so. */
export async function paidPages(
  services: Services,
  buy: (method: PaymentMethod) => Promise<CreatedBooking>,
): Promise<[route: string, path: string][]> {
  const driven = await buy("car");
  await drive(services, driven.booking.id);
  await book(services);
  await archiveDocuments(services, { sales: await services.ledger.salesOf(driven.booking.id) });
  const held = await buy("card");
  return [
    ["routes/bookings/[link]/pay.tsx", paths.payBooking(held.link)],
    ["routes/bookings/[link]/receipt.tsx", paths.bookingReceipt(driven.link)],
  ];
}
