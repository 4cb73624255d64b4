// A price that cannot be bought: expired, used, or no vehicle free. Says what to do and keeps what was written.
import type { DomainError } from "../../../errors/domain-error.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { paths } from "../../../kernel/paths.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { SUPPORT_PHONE } from "../../../kernel/support-phone.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { QUOTE_TTL_MINUTES } from "../../../pricing/quote.ts";
import type { TripFormValues } from "../../../trip/trip-input.ts";
import { HiddenFields } from "../../parts/HiddenFields.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { PageHead } from "../PageHead.tsx";
import { TripLine } from "../trip/TripLine.tsx";
import { tripHref, tripValuesOf } from "../trip/trip-link.ts";
import type { QuotePageData } from "./quote-page-data.ts";
import { isRefusal } from "./quote-refusals.ts";

/** Properties of QuoteRefused. */
export interface QuoteRefusedProps extends QuotePageData {
  locale: Locale;
  refusal: DomainError;
}

/** The page instead of the price. */
export function QuoteRefused(props: QuoteRefusedProps) {
  const { locale, quote: { trip }, refusal, today } = props;
  const { quote, shell } = textsFor(locale);
  const times = laterTimes(refusal);
  const moment = formatMoment(locale, trip.pickup.wallTime, today);
  const vehicle = quote.classes[props.chosen].name;
  const isFull = refusal.code === "no-vehicle-free";
  const { title, text } = {
    "quote-expired": { title: quote.expiredTitle, text: quote.expiredText(QUOTE_TTL_MINUTES) },
    "quote-used": { title: quote.usedTitle, text: quote.usedText },
    "idempotency-key-reused": { title: quote.usedTitle, text: quote.usedText },
    "too-many-bookings": {
      title: quote.holdsManyTitle,
      text: quote.holdsManyText(Number(refusal.details.most)),
    },
    "no-vehicle-free": {
      title: quote.noVehicleTitle,
      text: times.length === 0
        ? quote.noVehicleNoTimes(vehicle, moment)
        : quote.noVehicleText(vehicle, moment),
    },
  }[isRefusal(refusal.code) ? refusal.code : "quote-expired"];
  return (
    <div class="page refused">
      <PageHead locale={locale} title={title} isPrivate />
      <h1>{title}</h1>
      <p class="refused-text">{text}</p>
      {times.length === 0 ? null : (
        <ul class="later-times" aria-label={quote.alternativesLabel}>
          {times.map((instant) => (
            <LaterTime key={instant} {...props} wallTime={wallTimeOf(instant)} />
          ))}
        </ul>
      )}
      <div class="refused-trip">
        <TripLine locale={locale} trip={trip} />
      </div>
      <div class="button-row">
        {refusal.code === "too-many-bookings"
          ? (
            <a class="button primary" href={`tel:${SUPPORT_PHONE}`}>
              {shell.callUs(shownPhoneNumber(SUPPORT_PHONE))}
            </a>
          )
          : <OtherPrice {...props} isFull={isFull} />}
        {isFull
          ? <a class="button" href={tripHref(trip)} aria-current="false">{quote.changeTrip}</a>
          : null}
      </div>
    </div>
  );
}

/** The same trip at a new price, or with another vehicle. */
function OtherPrice({ isFull, ...props }: QuoteRefusedProps & { isFull: boolean }) {
  const { quote } = textsFor(props.locale);
  return (
    <form method="post" action={paths.quotes()}>
      <HiddenTrip {...props} wallTime={props.quote.trip.pickup.wallTime} />
      <button type="submit" class={isFull ? "button" : "button primary"}>
        {isFull ? quote.otherVehicle : quote.newPrice}
      </button>
    </form>
  );
}

function LaterTime(props: QuoteRefusedProps & { wallTime: string }) {
  const { quote } = textsFor(props.locale);
  const moment = formatMoment(props.locale, props.wallTime, props.today);
  return (
    <li>
      <form method="post" action={paths.quotes()}>
        <HiddenTrip {...props} />
        <input type="hidden" name="vehicleClass" value={props.chosen} />
        <button type="submit" class="button later-time" aria-label={`${quote.takeTime}: ${moment}`}>
          <span>{moment}</span>
          <Icon name="arrow-right" />
        </button>
      </form>
    </li>
  );
}

/** The trip at another time and the contact that was already written, for the next price. */
function HiddenTrip({ quote, contact, wallTime }: QuoteRefusedProps & { wallTime: string }) {
  const values: TripFormValues = tripValuesOf(quote.trip, wallTime);
  const asked = { fromAsked: values.from, toAsked: values.to };
  const kept = contact.name + contact.phone === "" ? {} : contact;
  return <HiddenFields values={{ ...values, ...asked, ...kept }} />;
}

function laterTimes(refusal: DomainError): string[] {
  const { alternatives } = refusal.details;
  return Array.isArray(alternatives) ? alternatives.map(String) : [];
}
