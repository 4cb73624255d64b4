// The ticket: when, from where to where, and the code to read out on the phone.
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import {
  formatDate,
  formatDay,
  formatFlightNumber,
  formatMoney,
  formatReference,
  formatTime,
  spellReference,
} from "../../../i18n/format.ts";
import { paymentWords } from "../../../i18n/payment-words.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { distanceAndTime, partyOf, TripLine } from "../trip/TripLine.tsx";
import { Digits, Said } from "../../parts/Said.tsx";

/** Properties of Ticket. */
export interface TicketProps {
  locale: Locale;
  booking: SeenBooking;
  /** Today's date in Stockholm. */
  today: string;
  /** False where the time stands above the ticket already. */
  hasTime?: boolean;
}

/** A name of more characters has a line of its own on a phone. */
const LONG_NAME = 18;

/** The ticket as it is shown and printed. */
export function Ticket({ locale, booking, today, hasTime = true }: TicketProps) {
  const texts = textsFor(locale);
  const { trip, reference, contact, flightNumber } = booking;
  // Of a protected customer, for whoever has the link alone.
  const isHidden = booking.veiled && contact.name === "";
  return (
    <article class={`ticket ${booking.status}`}>
      <div class="ticket-main">
        {hasTime ? <TicketTime locale={locale} booking={booking} today={today} /> : null}
        {isHidden ? null : <TripLine locale={locale} trip={trip} />}
        <p class="ticket-party">
          {partyOf(locale, trip)}
          <br />
          {distanceAndTime(locale, trip.route)}
        </p>
      </div>
      <dl class="ticket-stub">
        <div class="ticket-reference">
          <dt>{texts.booking.reference}</dt>
          <dd>
            <span aria-hidden="true">
              <Digits>{formatReference(reference)}</Digits>
            </span>
            <span class="ticket-spelled">
              {spellReference(reference, texts.ticket.letters)}
            </span>
          </dd>
        </div>
        {isHidden ? null : (
          <div class={contact.name.length > LONG_NAME ? "ticket-long" : undefined}>
            <dt>{texts.booking.passengerName}</dt>
            <dd>
              <Said>{contact.name}</Said>
            </dd>
          </div>
        )}
        <div>
          <dt>{texts.booking.vehicle}</dt>
          <dd>{texts.quote.classes[trip.vehicleClass].name}</dd>
        </div>
        {flightNumber === "" ? null : (
          <div>
            <dt>{texts.booking.flightNumber}</dt>
            <dd>
              <Digits>{formatFlightNumber(flightNumber)}</Digits>
            </dd>
          </div>
        )}
        <Amount locale={locale} booking={booking} />
      </dl>
    </article>
  );
}

/** When the car comes: the time in large, and the day. */
export function TicketTime({ locale, booking, today }: TicketProps) {
  const { wallTime } = booking.trip.pickup;
  const date = formatDate(locale, wallTime, today);
  const day = formatDay(locale, wallTime, today);
  return (
    <p class="ticket-when">
      <span class="ticket-time">{formatTime(locale, wallTime)}</span>
      <span class="ticket-date">{day === date ? date : `${day}, ${date}`}</span>
    </p>
  );
}

/** The price, or the fee when there was no ride; nothing when nothing is owed. */
function Amount({ locale, booking }: Pick<TicketProps, "locale" | "booking">) {
  const texts = textsFor(locale).booking;
  const feeOre = feeOf(booking);
  if (booking.status === "expired" || booking.status === "lapsed") return null;
  const paid = feeOre === null ? paymentWords(locale, booking) : "";
  return (
    <div>
      <dt>{feeOre === null ? texts.price : texts.fee}</dt>
      <dd>
        <Digits>{formatMoney(locale, feeOre ?? booking.trip.totalOre)}</Digits>
        {paid === "" ? null : <span class="ticket-pay">{paid}</span>}
      </dd>
    </div>
  );
}

function feeOf(booking: SeenBooking): number | null {
  if (booking.status === "cancelled") return booking.cancellation.feeOre;
  return booking.status === "no-show" ? booking.feeOre : null;
}
