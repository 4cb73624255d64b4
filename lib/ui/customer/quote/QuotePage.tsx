// A binding price: the total first and large, the vehicles to choose from, what is included, who to pick up.
import { asset } from "fresh/runtime";
import ContactDraft from "../../../../islands/ContactDraft.tsx";
import RouteMap from "../../../../islands/RouteMap.tsx";
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import { cancellationRule } from "../../../booking/cancellation-rules.ts";
import { formatMoment, formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Quote } from "../../../pricing/quote.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import { distanceAndTime, partyOf, TripLine } from "../trip/TripLine.tsx";
import { tripHref } from "../trip/trip-link.ts";
import { ClassChoice } from "./ClassChoice.tsx";
import { ContactFields } from "./ContactFields.tsx";
import type { QuotePageData } from "./quote-page-data.ts";
import { PriceLines } from "./PriceLines.tsx";

/** Properties of QuotePage. */
export interface QuotePageProps extends QuotePageData {
  locale: Locale;
}

/** The price page and the form that buys the price. */
export function QuotePage(props: QuotePageProps) {
  const { locale, quote } = props;
  const texts = textsFor(locale);
  const errors = shownErrors(locale, props.errors, { ...props.contact }, props.today);
  return (
    <form
      class="quote page"
      method="post"
      action={`${paths.bookings()}?${new URLSearchParams({ quote: quote.id })}`}
    >
      <PageHead locale={locale} title={texts.quote.title} isPrivate />
      <input type="hidden" name="quoteId" value={quote.id} />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <div class="quote-head">
        <ErrorSummary locale={locale} errors={errors} />
        <h1>
          <span class="quote-label">{texts.quote.total}</span>
          {quote.options.map(({ vehicleClass, totalOre }) => (
            <span class={`for-class for-${vehicleClass} quote-total`}>
              {formatMoney(locale, totalOre)}
            </span>
          ))}
        </h1>
        {quote.options.map(({ vehicleClass, isFixedPrice }) => (
          <p class={`for-class for-${vehicleClass}`}>
            {[isFixedPrice ? texts.quote.fixedPrice : "", texts.quote.totalNote]
              .filter(Boolean).join(", ")}
          </p>
        ))}
        <p class="quote-holds">
          <Icon name="clock" />
          {texts.quote.holdsUntil(formatTime(locale, wallTimeOf(quote.expiresAt)))}
        </p>
      </div>
      <div class="quote-classes">
        <ClassChoice locale={locale} options={quote.options} chosen={props.chosen} />
      </div>
      <Receipt {...props} />
      <div class="quote-contact">
        <ContactDraft />
        <ContactFields locale={locale} values={props.contact} errors={errors} />
        <div class="quote-accept">
          <p>{texts.quote.payInCar}</p>
          <p class="small muted">
            {texts.quote.noWithdrawal(freeMinutesOf(quote))} {texts.quote.acceptTerms}{" "}
            <a href={paths.terms()}>{texts.quote.termsLink}</a>.
          </p>
          <SubmitButton label={texts.quote.book} busyLabel={texts.quote.booking} />
        </div>
      </div>
    </form>
  );
}

function Receipt({ locale, quote, today }: QuotePageProps) {
  const texts = textsFor(locale);
  const { trip, route } = quote;
  return (
    <section class="quote-receipt" aria-label={texts.quote.trip}>
      <p class="quote-when">
        <strong>{formatMoment(locale, trip.pickup.wallTime, today)}</strong>
        <a href={tripHref(trip)}>{texts.quote.changeTrip}</a>
      </p>
      <TripLine locale={locale} trip={trip} />
      <p class="small muted">
        {partyOf(locale, trip)}
        <br />
        {distanceAndTime(locale, route)}
      </p>
      <RouteMap
        geometry={route.geometry}
        label={texts.quote.mapLabel}
        show={texts.quote.showMap}
        loading={texts.trip.map.loading}
        failed={texts.quote.mapFailed}
        roads={asset("/map/goteborg-roads.json")}
        from={trip.from.point}
        to={trip.to.point}
      />
      <h2 class="visually-hidden">{texts.quote.included}</h2>
      {quote.options.map((option) => (
        <div class={`for-class for-${option.vehicleClass}`}>
          <PriceLines locale={locale} {...option} />
        </div>
      ))}
      {route.isEstimate
        ? (
          <Notice tone="info">
            <strong>{texts.quote.estimate}.</strong> {texts.quote.estimateHint}
          </Notice>
        )
        : null}
      <p class="quote-rule">
        <Icon name="check" />
        {texts.quote.cancellationRule(freeMinutesOf(quote))}
      </p>
    </section>
  );
}

/** Until how many minutes before the pickup whoever buys the quote can cancel for nothing. */
function freeMinutesOf(quote: Quote): number {
  return cancellationRule(quote.createdAt).freeUntilMinutes;
}
