// How the price of the chosen class comes about, until when it holds, and what cancelling would cost.
import { previewCancellation, quotedRide } from "../../../booking/cancellation-rules.ts";
import { formatList, formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { labelIn, type Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import type { QuoteOption } from "../../../pricing/quote.ts";
import { Notice } from "../../parts/Notice.tsx";
import { CustomerPrice } from "./CustomerPrice.tsx";
import { ForClass } from "./ForClass.tsx";
import type { QuotePageData } from "./quote-page-data.ts";
import { TimelySentence } from "./TimelySentence.tsx";

/** Properties of PriceSection. */
export interface PriceSectionProps extends Pick<QuotePageData, "quote" | "chosen" | "nowMs"> {
  locale: Locale;
}

/** The section, with a block for each class. */
export function PriceSection(props: PriceSectionProps) {
  const { locale, quote, chosen } = props;
  const { quote: texts } = textsFor(locale);
  return (
    <div class="quote-price" data-part="price">
      {quote.options.map((option) => (
        <ForClass key={option.vehicleClass} vehicleClass={option.vehicleClass} chosen={chosen}>
          <ClassPrice {...props} option={option} />
        </ForClass>
      ))}
      <p class="small muted">
        {texts.noWithdrawal} {texts.acceptTerms} <a href={paths.terms()}>{texts.termsLink}</a>.
      </p>
    </div>
  );
}

function ClassPrice({ locale, quote, nowMs, option }: PriceSectionProps & { option: QuoteOption }) {
  const { quote: texts } = textsFor(locale);
  const cancellation = previewCancellation(quotedRide(quote, option), nowMs);
  return (
    <div class="quote-blocks">
      <section>
        <h2>{texts.breakdown(formatMoney(locale, option.totalOre))}</h2>
        <CustomerPrice locale={locale} price={option} />
        <p class="small">
          {option.isFixedPrice ? `${fixedWords(locale, option)} ` : ""}
          {texts.holdsUntil(formatTime(locale, wallTimeOf(quote.expiresAt)))} {texts.seeIsPay}
        </p>
      </section>
      {quote.route.isEstimate && !option.isFixedPrice
        ? (
          <Notice tone="info">
            <strong>{texts.estimate}.</strong> {texts.estimateHint}
          </Notice>
        )
        : null}
      <section>
        <h2>{texts.ifCancelled}</h2>
        <p>
          <TimelySentence
            locale={locale}
            cancellation={cancellation}
            nowMs={nowMs}
            length="long"
          />
        </p>
      </section>
    </div>
  );
}

/** Which part is fixed, and what was added to it for the time of the pickup. */
function fixedWords(locale: Locale, { lines }: QuoteOption): string {
  const { quote } = textsFor(locale);
  const added = lines.filter(({ code }) => code === "surcharge")
    .map(({ label }) => labelIn(label, locale).toLowerCase());
  if (added.length === 0) return quote.fixedPart;
  return `${quote.fixedPart} ${quote.fixedAdds(formatList(locale, added))}`;
}
