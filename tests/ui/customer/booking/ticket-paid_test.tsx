import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import type { BookingStatus } from "../../../../lib/booking/booking.ts";
import { seenByLink } from "../../../../lib/booking/seen-booking.ts";
import type { PaymentMethod } from "../../../../lib/payments/payment-method.ts";
import { Ticket } from "../../../../lib/ui/customer/booking/Ticket.tsx";
import { aBooking } from "../../../support/bookings.ts";

Deno.test("the ticket says how the ride is paid, and of a booking that waits for its money nothing yet", () => {
  assert.match(ticket("confirmed", "swish"), /Betald med Swish/);
  assert.match(ticket("completed", "card"), /Betalas med kort efter resan/);
  assert.match(ticket("confirmed", "invoice"), /Betalas mot faktura/);
  assert.match(ticket("confirmed", "car"), /Betalas i bilen/);
  const waiting = ticket("awaiting-payment", "swish");
  assert.match(waiting, /500/);
  assert.doesNotMatch(waiting, /Betald|Swish/);
});

function ticket(status: BookingStatus, method: PaymentMethod): string {
  const booking = seenByLink({ ...aBooking(status), payment: { method } }, true);
  return renderToString(<Ticket locale="sv" booking={booking} today="2026-11-23" />);
}
