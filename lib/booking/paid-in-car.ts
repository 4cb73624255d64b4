// Which of some bookings are paid in the car; one that nobody can read may be.
import type { Database } from "../kv/open.ts";
import { readThoseReadable } from "../kv/read.ts";
import { isPaidInCar } from "../payments/payment-method.ts";
import type { BookingId } from "./booking.ts";
import { bookingKeys } from "./keys.ts";

/** Their ids. */
export async function paidInCar(
  db: Pick<Database, "read">,
  ids: readonly BookingId[],
): Promise<ReadonlySet<BookingId>> {
  const rows = await readThoseReadable(db.read, ids.map((id) => bookingKeys.booking(id)));
  return new Set(ids.filter((_, i) => {
    const booking = rows[i]?.value ?? null;
    return booking === null || isPaidInCar(booking.payment.method);
  }));
}
