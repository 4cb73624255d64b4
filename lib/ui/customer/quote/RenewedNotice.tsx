// Says that the price is another one than before, by how much and why; or that it is the same.
import { formatMoment, formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { QuoteOption } from "../../../pricing/quote.ts";
import type { QuoteDifference } from "../../../pricing/quote-difference.ts";
import { Notice } from "../../parts/Notice.tsx";
import { ForClass } from "./ForClass.tsx";
import type { QuotePageData } from "./quote-page-data.ts";

/** Properties of RenewedNotice. */
export interface RenewedNoticeProps
  extends Pick<QuotePageData, "quote" | "chosen" | "renewal" | "today"> {
  locale: Locale;
}

/** One notice a class, of which the chosen one's is shown; empty, and listened to, when nothing is new. */
export function RenewedNotice(props: RenewedNoticeProps) {
  const { renewal, quote, chosen } = props;
  return (
    <div class="quote-renewed" role="status" data-part="renewed">
      {renewal === null
        ? null
        : quote.options.map((option) => (
          <ForClass key={option.vehicleClass} vehicleClass={option.vehicleClass} chosen={chosen}>
            <ClassNotice {...props} renewal={renewal} option={option} />
          </ForClass>
        ))}
    </div>
  );
}

function ClassNotice(
  props: RenewedNoticeProps & { renewal: QuoteDifference; option: QuoteOption },
) {
  const { locale, renewal, option: { vehicleClass, totalOre } } = props;
  const { quote } = textsFor(locale);
  const formerOre = renewal.formerTotalOre.get(vehicleClass);
  if (formerOre === totalOre && renewal.cause !== "pickup") {
    return (
      <Notice tone="ok">
        <strong>{quote.renewedSame(formatMoney(locale, totalOre))}</strong>
      </Notice>
    );
  }
  const ended = formatTime(locale, wallTimeOf(renewal.formerExpiresAt));
  const reasons = renewal.cause === "pickup" ? [] : [
    ...(formerOre === undefined ? [] : [quote.formerPrice(formatMoney(locale, formerOre), ended)]),
    ...(renewal.cause === null ? [] : [quote.causes[renewal.cause]]),
  ];
  return (
    <Notice tone="warn">
      <strong>{headline(props)}</strong>
      <p>{[...reasons, quote.stillYours].join(" ")}</p>
    </Notice>
  );
}

function headline(
  { locale, quote, renewal, option: { vehicleClass, totalOre }, today }:
    & RenewedNoticeProps
    & { renewal: QuoteDifference; option: QuoteOption },
): string {
  const { quote: texts } = textsFor(locale);
  const price = formatMoney(locale, totalOre);
  if (renewal.cause === "pickup") {
    return texts.moved(formatMoment(locale, quote.trip.pickup.wallTime, today), price);
  }
  const formerOre = renewal.formerTotalOre.get(vehicleClass);
  if (formerOre === undefined) return texts.renewedNew(price);
  const change = formatMoney(locale, Math.abs(totalOre - formerOre));
  return totalOre > formerOre ? texts.renewedMore(price, change) : texts.renewedLess(price, change);
}
