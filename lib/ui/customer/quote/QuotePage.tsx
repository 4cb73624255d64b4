// A binding price: the trip, the vehicles to choose from, who to pick up, how the price comes about, and the bar
// that books it. Parts marked `data-part` are taken over from the next price when this one is over.
import ContactDraft from "../../../../islands/ContactDraft.tsx";
import QuoteKeeper from "../../../../islands/QuoteKeeper.tsx";
import type { Locale } from "../../../kernel/locale.ts";
import { downTexts } from "../../../i18n/down-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PageHead } from "../PageHead.tsx";
import { shownErrors } from "../shown-errors.ts";
import { BookBar } from "./BookBar.tsx";
import { ClassChoice } from "./ClassChoice.tsx";
import { contactChecks } from "./contact-checks.ts";
import { ContactFields } from "./ContactFields.tsx";
import { PriceSection } from "./PriceSection.tsx";
import type { QuotePageData } from "./quote-page-data.ts";
import { RenewedNotice } from "./RenewedNotice.tsx";
import { TripCard } from "./TripCard.tsx";

/** Properties of QuotePage. */
export interface QuotePageProps extends QuotePageData {
  locale: Locale;
}

/** The price page and the form that buys the price. */
export function QuotePage(props: QuotePageProps) {
  const { locale, quote } = props;
  const texts = textsFor(locale).quote;
  const errors = shownErrors(locale, props.errors, { ...props.contact }, props.today);
  return (
    <form
      class="quote page"
      method="post"
      action={`${paths.bookings()}?${new URLSearchParams({ quote: quote.id })}`}
      noValidate
    >
      <PageHead locale={locale} title={texts.title} isPrivate />
      <div hidden data-part="ids">
        <input type="hidden" name="quoteId" value={quote.id} />
        <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      </div>
      <TripCard locale={locale} quote={quote} today={props.today} />
      <div class="quote-main">
        <div class="quote-choice">
          <ErrorSummary locale={locale} errors={errors} checks={contactChecks(locale)} />
          <RenewedNotice {...props} />
          {props.isOwnMap && <Notice tone="info">{downTexts(locale).ownMap}</Notice>}
          <ClassChoice {...props} />
        </div>
        <div class="quote-contact">
          <ContactDraft />
          <ContactFields
            locale={locale}
            values={props.contact}
            errors={errors}
            asksFlight={props.asksFlight}
          />
          <p class="small muted">
            {props.paysFirst ? textsFor(locale).pay.onNextPage : texts.payInCar}
          </p>
          {props.paysFirst && <input type="hidden" name="payment" value="card" />}
        </div>
        <BookBar {...props} />
      </div>
      <PriceSection {...props} />
      <QuoteKeeper left={texts.minutesLeft} last={texts.lastMinute} locale={locale} />
    </form>
  );
}
