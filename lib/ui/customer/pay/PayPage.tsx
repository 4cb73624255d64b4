// The payment page: the ride that is held, how to pay, what happens to the money, and one button that says what it does.
import PayCard from "../../../../islands/PayCard.tsx";
import { formatMoment, formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { PaymentMethod } from "../../../payments/payment-method.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { CustomerPrice } from "../quote/CustomerPrice.tsx";
import { TripLine } from "../trip/TripLine.tsx";
import { shownErrors } from "../shown-errors.ts";
import { MoneySteps } from "./MoneySteps.tsx";
import type { PayPageProps } from "./pay-page-data.ts";
import { PayMethods } from "./PayMethods.tsx";

/** The page and its form; without a script it leads to the provider's own page. */
export function PayPage(props: PayPageProps) {
  const { locale, booking, link, today, methods, chosen, until } = props;
  const { pay, quote } = textsFor(locale);
  const title = until === null ? pay.booked.title : pay.title;
  return (
    <form class="pay page" method="post" action={paths.payBooking(link)}>
      <PageHead locale={locale} title={title} isPrivate />
      <a class="back-link" href={paths.booking(link)} aria-current="false">
        <Icon name="arrow-left" />
        {pay.back}
      </a>
      <h1>{title}</h1>
      <section class="pay-trip" aria-label={quote.trip}>
        <h2>{formatMoment(locale, booking.trip.pickup.wallTime, today)}</h2>
        <TripLine locale={locale} trip={booking.trip} />
      </section>
      <ErrorSummary
        locale={locale}
        errors={shownErrors(locale, props.buyer.errors, props.buyer.values, today)}
      />
      <Problem {...props} />
      <PayMethods {...props}>
        {props.card === null || props.paymentId === null ? null : (
          <PayCard
            kind={props.card.kind}
            clientSecret={props.card.clientSecret}
            publishableKey={props.card.page.publishableKey}
            scriptUrl={props.card.page.scriptUrl}
            locale={locale}
            returnPath={paths.paidBooking(props.paymentId)}
            loading={pay.loading}
            declined={problemWords(props).declined}
            failed={problemWords(props)["not-finished"]}
          />
        )}
      </PayMethods>
      <div class="pay-side">
        <section hidden={until === null}>
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

function Problem(props: PayPageProps) {
  const { problem, until, locale, dueOre } = props;
  if (problem !== null) return <Notice tone="warn">{problemWords(props)[problem]}</Notice>;
  if (until !== null) return null;
  return <Notice tone="info">{textsFor(locale).pay.booked.due(formatMoney(locale, dueOre))}
  </Notice>;
}

function problemWords({ locale, until }: PayPageProps) {
  const { pay } = textsFor(locale);
  const { declined, notFinished } = until === null ? pay.booked : pay;
  return {
    ...{ declined, "not-finished": notFinished, down: pay.down },
    "invoice-refused": pay.buyer.refused,
  };
}

function PayBar({ locale, booking, dueOre, until, methods, chosen }: PayPageProps) {
  const { pay, quote } = textsFor(locale);
  const { trip } = booking;
  return (
    <div class="book-bar">
      {until !== null && (
        <p class="book-bar-holds">
          <span class="book-bar-left">
            <Icon name="clock" />
            {pay.heldUntil(formatTime(locale, wallTimeOf(until)))}
          </span>
        </p>
      )}
      <div class="book-bar-row">
        <p class="book-bar-price">
          <span>{quote.classes[trip.vehicleClass].name}, {quote.vatIncluded}</span>
          <strong>{formatMoney(locale, dueOre)}</strong>
        </p>
        <button type="submit" class="button primary" data-busy={pay.busy}>
          {methods.map((method) => (
            <span key={method} class={`for-method for-${method}`} hidden={method !== chosen}>
              {buttonWords(locale, method, until !== null)}
            </span>
          ))}
        </button>
      </div>
    </div>
  );
}

function buttonWords(locale: Locale, method: PaymentMethod, isHeld: boolean): string {
  const { pay } = textsFor(locale);
  const isLater = method === "car" || method === "invoice";
  if (!isHeld) return isLater ? pay.booked.later : pay.booked.pay;
  return isLater ? pay.book : pay.bookAndPay;
}
