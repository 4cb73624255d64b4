// The frozen price of a booking's new time beside the old one, and the button that moves the ride.
import { dateOf, timeOf } from "../../../kernel/wall-time.ts";
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import { paths } from "../../../kernel/paths.ts";
import {
  formatDifference,
  formatMoment,
  formatMoney,
  formatTime,
  wallTimeOf,
} from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Quote } from "../../../pricing/quote.ts";

/** Properties of NewPrice. */
export interface NewPriceProps {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  quote: Quote;
  /** The new price in the booked class. */
  totalOre: number;
  today: string;
}

/** Old, new and difference; then the choice. */
export function NewPrice({ locale, booking, link, quote, totalOre, today }: NewPriceProps) {
  const { booking: texts, quote: quoteTexts } = textsFor(locale);
  const moment = formatMoment(locale, quote.trip.pickup.wallTime, today);
  const difference = totalOre - booking.trip.totalOre;
  return (
    <>
      <dl class="new-price">
        <div>
          <dt>{texts.newTime}</dt>
          <dd>{moment}</dd>
        </div>
        <div>
          <dt>{texts.oldPrice}</dt>
          <dd>{formatMoney(locale, booking.trip.totalOre)}</dd>
        </div>
        <div class="new-price-total">
          <dt>{texts.newPrice}</dt>
          <dd>{formatMoney(locale, totalOre)}</dd>
        </div>
        <div>
          <dt>{texts.difference}</dt>
          <dd>{difference === 0 ? texts.samePrice : formatDifference(locale, difference)}</dd>
        </div>
      </dl>
      <p>{quoteTexts.holdsUntil(formatTime(locale, wallTimeOf(quote.expiresAt)))}</p>
      <form class="button-row" method="post" action={paths.rescheduleBooking(link)}>
        <input type="hidden" name="quoteId" value={quote.id} />
        <input type="hidden" name="date" value={dateOf(quote.trip.pickup.wallTime)} />
        <input type="hidden" name="time" value={timeOf(quote.trip.pickup.wallTime)} />
        <SubmitButton label={texts.confirmNewTime(moment)} busyLabel={texts.changing} />
        <a class="button" href={paths.rescheduleBooking(link)}>{texts.chooseOther}</a>
        <a class="button" href={paths.booking(link)} aria-current="false">{texts.keepTime}</a>
      </form>
    </>
  );
}
