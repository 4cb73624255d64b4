// The price to read out, what it is made of, whether a car is free, and the button that books just that price.
import type { OrderData, OrderPrice } from "../../../board/phone-order.ts";
import { previewCancellation, quotedRide } from "../../../booking/cancellation-rules.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { cancellationWords } from "../../../i18n/cancellation-words.ts";
import { formatMoment, formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { optionFor } from "../../../pricing/quote-rules.ts";
import { PriceLines } from "../../parts/PriceLines.tsx";
import { said } from "../../parts/Said.tsx";

/** Properties of OrderPriceAside. */
export interface OrderPriceAsideProps {
  data: OrderData;
  locale: Locale;
}

/** Replaced as a whole whenever the trip changes. */
export function OrderPriceAside({ data, locale }: OrderPriceAsideProps) {
  const { price, problem, nowMs } = data;
  const words = textsFor(locale).order;
  return (
    <aside class="order-price" aria-label={words.price} data-live="price">
      {problem !== null && <p class="action-problem" role="alert">{words.problems[problem]}</p>}
      <div role="status" class="order-said">
        {price === null
          ? <p class="order-empty">{words.noPriceYet}</p>
          : <ReadOut price={price} locale={locale} nowMs={nowMs} />}
      </div>
      {price !== null && (
        <PriceLines
          locale={locale}
          words={boardTexts(locale).pane}
          price={optionFor(price.quote, price.chosen)}
        />
      )}
      {price !== null && <Free price={price} locale={locale} nowMs={nowMs} />}
      <input type="hidden" name="exceeds" value={data.values.exceeds} />
      <input type="hidden" name="quoteId" value={price?.quote.id ?? ""} />
      <input type="hidden" name="readClass" value={price?.chosen ?? ""} />
      <button
        type="submit"
        class="button primary order-book"
        name="action"
        value="book"
        data-book
        aria-keyshortcuts="Control+Enter"
      >
        {words.book} <kbd aria-hidden="true">Ctrl ↵</kbd>
      </button>
    </aside>
  );
}

interface PriceProps {
  price: OrderPrice;
  locale: Locale;
}

function ReadOut({ price, locale, nowMs }: PriceProps & { nowMs: number }) {
  const { quote, chosen } = price;
  const words = textsFor(locale).order;
  const option = optionFor(quote, chosen);
  const { from, pickup } = quote.trip;
  const moment = formatMoment(locale, pickup.wallTime, dateOf(wallTimeOf(nowMs)));
  const cancellation = previewCancellation(quotedRide(quote, option), nowMs);
  const { short } = cancellationWords(locale, cancellation, nowMs);
  return (
    <>
      <p class="order-label">{words.readAloud}</p>
      <p class="order-total">{formatMoney(locale, option.totalOre)}</p>
      <p class="order-holds">{words.holdsUntil(formatTime(locale, wallTimeOf(quote.expiresAt)))}</p>
      <p class="order-says">
        {words.says(Math.round(option.totalOre / 100), said(from.words), moment, short)}
      </p>
    </>
  );
}

function Free({ price, locale, nowMs }: PriceProps & { nowMs: number }) {
  const { quote, chosen, availability } = price;
  const { order: words, quote: quoteWords } = textsFor(locale);
  const { name } = quoteWords.classes[chosen];
  const found = availability.get(chosen) ?? { kind: "none" as const };
  const { pickup } = quote.trip;
  const arrival = wallTimeOf(Date.parse(pickup.instant) + quote.route.durationSeconds * 1_000);
  const today = dateOf(wallTimeOf(nowMs));
  const text = found.kind === "free"
    ? words.free(name, formatTime(locale, pickup.wallTime))
    : found.kind === "later"
    ? words.later(name, formatMoment(locale, wallTimeOf(found.instant), today))
    : words.none(name);
  return (
    <p class="order-free" data-free={found.kind === "free"}>
      <strong>{text}</strong>
      <span>{words.arrives(formatTime(locale, arrival))}</span>
    </p>
  );
}
