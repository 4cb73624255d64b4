// Moves a booking: a new time gets a frozen price first, then the customer decides.
import { page } from "fresh";
import { seenByOwner } from "../../../lib/booking/seen-booking.ts";
import { findBookingByLink } from "../../../lib/booking/find-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../../lib/booking/reschedule-booking.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { askOwner } from "../../../lib/http/ask-owner.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { senderOf } from "../../../lib/http/sender-of.ts";
import { formAnswer, statusOf } from "../../../lib/http/error-status.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { resolveTypedPickup, tripFieldError } from "../../../lib/trip/trip-form.ts";
import { tripFormValues } from "../../../lib/trip/trip-input.ts";
import { quoteId } from "../../../lib/pricing/quote.ts";
import { dateOf, timeOf } from "../../../lib/kernel/wall-time.ts";
import { type NewTime, ReschedulePage } from "../../../lib/ui/customer/booking/ReschedulePage.tsx";
import { pickupChoices } from "../../../lib/ui/customer/trip/pickup-choices.ts";
import { submittedTrip } from "../../../lib/trip/trip-values.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const asked = await askOwner(ctx);
    if (asked !== null) return asked;
    return page(await rescheduleData(ctx.state.services, ctx.params.link ?? "", {}));
  },

  async POST(ctx) {
    const asked = await askOwner(ctx);
    if (asked !== null) return asked;
    const { services } = ctx.state;
    const { link = "" } = ctx.params;
    const fields = await readForm(ctx.req);
    const confirmed = fields.get("quoteId") ?? "";
    const values = submittedTrip(fields);
    try {
      if (confirmed !== "") {
        await rescheduleBooking(services, { link, quoteId: quoteId(confirmed) });
        return ctx.redirect(paths.booking(link), 303);
      }
      const pickup = resolveTypedPickup(values);
      if (!pickup.ok) {
        const data = await rescheduleData(services, link, { values, errors: pickup.errors });
        return page(data, { status: 422 });
      }
      const quote = await quoteReschedule({ ...services, sender: senderOf(ctx) }, {
        link,
        pickup: pickup.value,
      });
      return page(await rescheduleData(services, link, { values, quote }));
    } catch (error) {
      const refused = refusedMove(error);
      if (refused === null) throw error;
      const data = await rescheduleData(services, link, { values, ...refused.shown });
      return page(data, refused.answer);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ReschedulePage locale={state.locale} {...data} />
));

async function rescheduleData(services: Services, link: string, newTime: Partial<NewTime>) {
  // Who has come here has shown that it is theirs, where that matters.
  const booking = seenByOwner((await findBookingByLink(services, link)).booking);
  const { wallTime } = booking.trip.pickup;
  const values = {
    ...tripFormValues(new Map()),
    date: dateOf(wallTime),
    time: timeOf(wallTime),
  };
  const choices = pickupChoices(services.clock.now());
  return { booking, link, choices, values, errors: [], quote: null, refusal: null, ...newTime };
}

/** What a refused move shows on the page; null for errors the page cannot explain. */
function refusedMove(error: unknown) {
  const fieldError = tripFieldError(error);
  if (fieldError !== null) return { shown: { errors: [fieldError] }, answer: formAnswer(error) };
  if (!(error instanceof DomainError)) return null;
  const explained = [
    "no-vehicle-free",
    "quote-expired",
    "reschedule-too-late",
    "moved-too-often",
    "booking-state",
  ];
  return explained.includes(error.code)
    ? { shown: { refusal: error }, answer: { status: statusOf(error.code) } }
    : null;
}
