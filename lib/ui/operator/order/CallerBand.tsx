// Who calls: what their number has booked before, and their last trips to take again with one key.
import { MAX_NAME } from "../../../booking/contact.ts";
import type { Booking } from "../../../booking/booking.ts";
import type { OrderData } from "../../../board/phone-order.ts";
import { formatMoment, formatMoney, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { said } from "../../parts/Said.tsx";
import { OrderField } from "./OrderField.tsx";
import { shownErrors } from "../../customer/shown-errors.ts";

/** Number and name, and beside them what is known of both. */
export function CallerBand({ data, locale }: { data: OrderData; locale: Locale }) {
  const { values, errors, nowMs } = data;
  const words = textsFor(locale).order;
  const shown = shownErrors(locale, errors, values, dateOf(wallTimeOf(nowMs)));
  const errorFor = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <section class="order-caller" aria-label={words.caller}>
      <OrderField name="phone" label={words.phone} error={errorFor("phone")}>
        <input
          id="phone"
          name="phone"
          type="tel"
          dir="ltr"
          value={values.phone}
          autocomplete="off"
          autofocus={values.phone === ""}
        />
      </OrderField>
      <OrderField name="name" label={words.name} error={errorFor("name")}>
        <input
          id="name"
          name="name"
          dir="auto"
          value={values.name}
          autocomplete="off"
          maxLength={MAX_NAME}
        />
      </OrderField>
      <div class="order-known" data-live="caller">
        <Known data={data} locale={locale} />
      </div>
    </section>
  );
}

function Known({ data: { caller, values, nowMs }, locale }: { data: OrderData; locale: Locale }) {
  const words = textsFor(locale).order;
  if (caller === null) return null;
  if (caller === "unknown") return <p role="status">{words.unknownCaller}</p>;
  const { bookings, more, noShows, lastTrips } = caller;
  const counted = more ? words.knownAtLeast(bookings) : words.known(bookings);
  const missed = noShows === 0 ? words.neverMissed : words.noShows(noShows);
  return (
    <>
      <p role="status">{`${counted}, ${missed}`}</p>
      <ol class="order-trips" aria-label={words.lastTrips}>
        {lastTrips.map((booking, i) => (
          <li key={booking.id}>
            <a
              href={paths.adminNewBooking({
                ...tripAgain(booking, values.phone),
                back: values.back,
              })}
              data-trip={i + 1}
            >
              <kbd>{i + 1}</kbd>
              <span class="order-ends">
                {said(booking.trip.from.words)} → {said(booking.trip.to.words)}
              </span>
              <span class="order-last" dir="ltr">
                {formatMoment(locale, booking.trip.pickup.wallTime, dateOf(wallTimeOf(nowMs)))} ·
                {" "}
                {formatMoney(locale, booking.trip.totalOre)}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What taking a trip again puts into the form. */
function tripAgain({ trip, contact }: Booking, phone: string): Record<string, string> {
  const { from, to, passengers, bags, wheelchairs, extras, vehicleClass } = trip;
  return {
    phone,
    name: contact.name,
    email: contact.email,
    from: from.words,
    fromId: from.placeId,
    to: to.words,
    toId: to.placeId,
    passengers: String(passengers),
    bags: String(bags),
    wheelchairs: String(wheelchairs),
    childSeats: String(extras.childSeats),
    pets: String(extras.pets),
    extraLuggage: String(extras.extraLuggage),
    vehicleClass,
  };
}
