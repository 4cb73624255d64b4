// Corrects the phone number, the flight and the message to the driver.
import { page } from "fresh";
import { changeDetails } from "../../../lib/booking/change-details.ts";
import { checkDetails } from "../../../lib/booking/contact.ts";
import { seenByOwner } from "../../../lib/booking/seen-booking.ts";
import { findBookingByLink } from "../../../lib/booking/find-booking.ts";
import { shownPhoneNumber } from "../../../lib/forms/phone-number.ts";
import { askOwner } from "../../../lib/http/ask-owner.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";
import { formatFlightNumber } from "../../../lib/i18n/format.ts";
import { asksFlight } from "../../../lib/trip/airport-trip.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { DetailsPage } from "../../../lib/ui/customer/booking/DetailsPage.tsx";
import { submittedContact } from "../../../lib/ui/customer/quote/contact-values.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const asked = await askOwner(ctx);
    if (asked !== null) return asked;
    const { link = "" } = ctx.params;
    const shown = await shownBooking(ctx.state.services, link);
    const { contact, flightNumber, note } = shown.booking;
    const values = {
      phone: shownPhoneNumber(contact.phone),
      flightNumber: formatFlightNumber(flightNumber),
      note,
    };
    return page({ ...shown, values, errors: [] });
  },

  async POST(ctx) {
    const asked = await askOwner(ctx);
    if (asked !== null) return asked;
    const { services } = ctx.state;
    const { link = "" } = ctx.params;
    const { phone, flightNumber, note } = submittedContact(await readForm(ctx.req, ["note"]));
    const values = { phone, flightNumber, note };
    const checked = checkDetails(values);
    if (!checked.ok) {
      const shown = await shownBooking(services, link);
      return page({ ...shown, values, errors: checked.errors }, { status: 422 });
    }
    await changeDetails(services, { link, ...checked.value });
    return ctx.redirect(paths.booking(link), 303);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <DetailsPage locale={state.locale} {...data} />
));

async function shownBooking(services: Services, link: string) {
  // Who has come here has shown that it is theirs, where that matters.
  const booking = seenByOwner((await findBookingByLink(services, link)).booking);
  const today = localDate(services.clock.now());
  const { trip, flightNumber } = booking;
  return { booking, link, today, asksFlight: asksFlight(services.places, trip, flightNumber) };
}
