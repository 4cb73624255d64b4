// The bar that stays in view: the chosen class, its price, the way on, and how long all of that holds.
import { previewCancellation, quotedRide } from "../../../booking/cancellation-rules.ts";
import { formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import type { QuoteOption } from "../../../pricing/quote.ts";
import { Icon } from "../../parts/Icon.tsx";
import { tripHref } from "../trip/trip-link.ts";
import { leftInWords } from "./price-clock.ts";
import { laterMoment } from "./ClassChoice.tsx";
import { ForClass } from "./ForClass.tsx";
import type { QuotePageData } from "./quote-page-data.ts";
import { TimelySentence } from "./TimelySentence.tsx";

/** Properties of BookBar. */
export interface BookBarProps extends
  Pick<
    QuotePageData,
    "quote" | "chosen" | "availability" | "renewal" | "nowMs" | "paysFirst" | "asksInvoice"
  > {
  locale: Locale;
}

/** What holds, what it costs, and one button for the chosen class. */
export function BookBar(props: BookBarProps) {
  const { locale, quote, chosen, nowMs } = props;
  const { quote: texts } = textsFor(locale);
  const leftMs = Date.parse(quote.expiresAt) - nowMs;
  return (
    <div class="book-bar" data-part="bar" data-left-ms={leftMs}>
      <p class="book-bar-holds">
        <span class="book-bar-cancel">
          <Icon name="check" />
          {quote.options.map((option) => (
            <ForClass
              key={option.vehicleClass}
              vehicleClass={option.vehicleClass}
              chosen={chosen}
              isInline
            >
              <TimelySentence
                locale={locale}
                cancellation={previewCancellation(quotedRide(quote, option), nowMs)}
                nowMs={nowMs}
                length="short"
              />
            </ForClass>
          ))}
        </span>
        <span class="book-bar-left">
          <Icon name="clock" />
          <span class="with-script" aria-live="polite" data-left>
            {leftInWords({ locale, left: texts.minutesLeft, last: texts.lastMinute }, leftMs - 1)}
          </span>
          <span class="without-script">
            {texts.heldUntil(formatTime(locale, wallTimeOf(quote.expiresAt)))}
          </span>
        </span>
      </p>
      {quote.options.map((option) => (
        <ForClass key={option.vehicleClass} vehicleClass={option.vehicleClass} chosen={chosen}>
          <div class="book-bar-row">
            <p class="book-bar-price">
              <span>{texts.classes[option.vehicleClass].name}, {texts.vatIncluded}</span>
              <strong>{formatMoney(locale, option.totalOre)}</strong>
            </p>
            <WayOn {...props} option={option} />
          </div>
        </ForClass>
      ))}
    </div>
  );
}

/** Book it; or, when it has no car then, see the price of the time at which it has one. */
function WayOn(props: BookBarProps & { option: QuoteOption }) {
  const { locale, quote, availability, renewal, option: { vehicleClass, totalOre } } = props;
  const { quote: texts } = textsFor(locale);
  const state = availability.get(vehicleClass);
  if (state?.kind === "free") {
    const isNew = renewal !== null && renewal.formerTotalOre.get(vehicleClass) !== totalOre;
    return (
      <>
        <button type="submit" class="button primary" data-busy={texts.booking}>
          {props.paysFirst
            ? textsFor(locale).pay.toPayment
            : isNew
            ? texts.bookFor(formatMoney(locale, totalOre))
            : texts.book}
        </button>
        {props.asksInvoice && (
          <button type="submit" class="button" name="payment" value="invoice">
            {textsFor(locale).pay.byInvoice}
          </button>
        )}
      </>
    );
  }
  if (state?.kind !== "later") {
    return (
      <a class="button" href={tripHref(quote.trip)} aria-current="false">{texts.changeTrip}</a>
    );
  }
  return (
    <button
      type="submit"
      class="button primary"
      formaction={`${paths.quote(quote.id)}?${new URLSearchParams({ move: vehicleClass })}`}
      formnovalidate
    >
      {texts.moveTo(laterMoment(props, state.instant))}
    </button>
  );
}
