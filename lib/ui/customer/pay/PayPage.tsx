// The payment page: the ride that is held, how to pay, what happens to the money, and one button that says what it does.
import PayCard from "../../../../islands/PayCard.tsx";
import { formatMoment, formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { CustomerPrice } from "../quote/CustomerPrice.tsx";
import { TripLine } from "../trip/TripLine.tsx";
import { MoneySteps } from "./MoneySteps.tsx";
import type { PayPageProps } from "./pay-page-data.ts";
import { PayMethods } from "./PayMethods.tsx";

/** The page and its form; without a script it leads to the provider's own page. */
export function PayPage(props: PayPageProps) {
  const { locale, booking, link, today, methods, chosen } = props;
  const { pay, quote } = textsFor(locale);
  return (
    <form class="pay page" method="post" action={paths.payBooking(link)}>
      <PageHead locale={locale} title={pay.title} isPrivate />
      <a class="back-link" href={paths.booking(link)} aria-current="false">
        <Icon name="arrow-left" />
        {pay.back}
      </a>
      <h1>{pay.title}</h1>
      <section class="pay-trip" aria-label={quote.trip}>
        <h2>{formatMoment(locale, booking.trip.pickup.wallTime, today)}</h2>
        <TripLine locale={locale} trip={booking.trip} />
      </section>
      <Problem {...props} />
      <PayMethods {...props}>
        {props.card === null ? null : (
          <PayCard
            kind={props.card.kind}
            clientSecret={props.card.clientSecret}
            publishableKey={props.card.page.publishableKey}
            scriptUrl={props.card.page.scriptUrl}
            locale={locale}
            loading={pay.loading}
            declined={pay.declined}
            failed={pay.notFinished}
          />
        )}
      </PayMethods>
      <div class="pay-side">
        <section>
          <h2>{pay.steps}</h2>
          {methods.map((method) => (
            <div key={method} class={`for-method for-${method}`} hidden={method !== chosen}>
              <MoneySteps {...props} method={method} />
            </div>
          ))}
        </section>
        <section class="pay-price">
          <h2>{textsFor(locale).booking.price}</h2>
          <CustomerPrice locale={locale} price={booking.trip} />
          <p class="small muted">
            {pay.noWithdrawal} {quote.acceptTerms} <a href={paths.terms()}>{quote.termsLink}</a>.
          </p>
        </section>
      </div>
      <PayBar {...props} />
    </form>
  );
}

function Problem({ locale, problem }: PayPageProps) {
  const { pay } = textsFor(locale);
  if (problem === null) return null;
  const words = { declined: pay.declined, "not-finished": pay.notFinished, down: pay.down };
  return <Notice tone="warn">{words[problem]}</Notice>;
}

function PayBar({ locale, booking, methods, chosen }: PayPageProps) {
  const { pay, quote } = textsFor(locale);
  const { trip, until } = booking;
  return (
    <div class="book-bar">
      <p class="book-bar-holds">
        <span class="book-bar-left">
          <Icon name="clock" />
          {pay.heldUntil(formatTime(locale, wallTimeOf(until)))}
        </span>
      </p>
      <div class="book-bar-row">
        <p class="book-bar-price">
          <span>{quote.classes[trip.vehicleClass].name}, {quote.vatIncluded}</span>
          <strong>{formatMoney(locale, trip.totalOre)}</strong>
        </p>
        <button type="submit" class="button primary" data-busy={pay.busy}>
          {methods.map((method) => (
            <span key={method} class={`for-method for-${method}`} hidden={method !== chosen}>
              {method === "car" || method === "invoice" ? pay.book : pay.bookAndPay}
            </span>
          ))}
        </button>
      </div>
    </div>
  );
}
