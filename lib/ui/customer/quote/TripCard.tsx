// The trip a price is for: when, from where to where, who, how far, with the map behind a button.
import { formatDateTime } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Quote } from "../../../pricing/quote.ts";
import { TripMap } from "../map/TripMap.tsx";
import { distanceAndTime, partyOf, TripLine } from "../trip/TripLine.tsx";
import { tripHref } from "../trip/trip-link.ts";

/** Properties of TripCard. */
export interface TripCardProps {
  locale: Locale;
  quote: Quote;
  today: string;
}

/** The trip; its time is the heading of the page. */
export function TripCard({ locale, quote: { trip, route }, today }: TripCardProps) {
  const { quote: texts } = textsFor(locale);
  return (
    <section class="quote-trip" aria-label={texts.trip}>
      <div class="quote-when">
        <h1>{formatDateTime(locale, trip.pickup.wallTime, today)}</h1>
        <a href={tripHref(trip)} aria-current="false" aria-label={texts.changeTrip}>
          {texts.change}
        </a>
      </div>
      <TripLine locale={locale} trip={trip} />
      <p class="small muted">
        {partyOf(locale, trip)}
        <br />
        {distanceAndTime(locale, route)}
      </p>
      <TripMap locale={locale} trip={trip} route={route} isOpenWhenWide />
    </section>
  );
}
