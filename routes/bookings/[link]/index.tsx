// The ticket behind a manage link.
import { page } from "fresh";
import { bookingCan } from "../../../lib/booking/booking-rules.ts";
import { previewCancellation } from "../../../lib/booking/cancellation-rules.ts";
import { missingOre } from "../../../lib/checkout/checkout-rules.ts";
import { define } from "../../../lib/http/define.ts";
import { visitorOf } from "../../../lib/http/visitor-of.ts";
import { isPrepaid } from "../../../lib/payments/payment-method.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";
import { seeByLink } from "../../../lib/privacy/see-by-link.ts";
import { asksFlight } from "../../../lib/trip/airport-trip.ts";
import { carOf } from "../../../lib/ticket/ticket-car.ts";
import { KEEP_UNTIL_HEADER, ticketKeptUntilMs } from "../../../lib/ticket/kept-ticket.ts";
import { TicketPage } from "../../../lib/ui/customer/booking/TicketPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { link = "" } = ctx.params;
    const { services } = ctx.state;
    const visitor = () => visitorOf(ctx.state, ctx.req);
    const { booking, events, isHidden } = await seeByLink(services, link, visitor);
    const [car, payments] = await Promise.all([
      carOf(services, booking),
      isPrepaid(booking.payment.method) ? services.payments.ofBooking(booking.id) : [],
    ]);
    const now = services.clock.now();
    const nowMs = now.epochMilliseconds;
    const cancellation = previewCancellation(booking, nowMs);
    // A ride can be moved as long as cancelling it is free, see quoteReschedule().
    const canMove = bookingCan("reschedule", booking.status) &&
      nowMs <= Date.parse(cancellation.freeUntil);
    const headers = { [KEEP_UNTIL_HEADER]: String(ticketKeptUntilMs(booking)) };
    return page({
      ...{ booking, events, car, link, cancellation, canMove, nowMs, isHidden },
      dueOre: missingOre(payments, booking),
      refunds: payments.flatMap(({ refunds }) => refunds),
      asksFlight: asksFlight(services.places, booking.trip, booking.flightNumber),
      today: localDate(now),
      pushPublicKey: services.pushPublicKey,
    }, { headers });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <TicketPage locale={state.locale} {...data} />
));
