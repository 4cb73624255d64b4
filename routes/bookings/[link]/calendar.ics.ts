// The ticket as a calendar file.
import { bookingCalendar } from "../../../lib/booking/booking-calendar.ts";
import { holdsVehicle } from "../../../lib/booking/booking-rules.ts";
import { seeByLink } from "../../../lib/privacy/see-by-link.ts";
import { visitorOf } from "../../../lib/http/visitor-of.ts";
import { define } from "../../../lib/http/define.ts";
import { formatFlightNumber, formatReference } from "../../../lib/i18n/format.ts";
import { priceWords } from "../../../lib/i18n/payment-words.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { stopLabel } from "../../../lib/places/place.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const visitor = () => visitorOf(ctx.state, ctx.req);
    const { booking, isHidden } = await seeByLink(services, ctx.params.link ?? "", visitor);
    const { trip: { from, to, totalOre }, flightNumber } = booking;
    const texts = textsFor(locale).booking;
    const reference = formatReference(booking.reference);
    const file = bookingCalendar(booking, {
      title: isHidden
        ? texts.title(reference)
        : holdsVehicle(booking)
        ? texts.calendarTitle(stopLabel(from), stopLabel(to))
        : texts.calendarTitleOff(stopLabel(from), stopLabel(to)),
      description: [
        texts.calendarText(reference, priceWords(locale, { ...booking, totalOre })),
        flightNumber === "" ? "" : texts.calendarFlight(formatFlightNumber(flightNumber)),
      ].filter(Boolean).join(" "),
      location: [stopLabel(from), from.area].filter(Boolean).join(", "),
    });
    return new Response(file, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `attachment; filename="avanti-${booking.reference}.ics"`,
      },
    });
  },
});
