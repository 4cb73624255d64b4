// Somebody's own rides: those to come, those that were, and what was booked as a guest.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { Reach } from "../../../accounts/reach.ts";
import { formatMoment, formatMoney } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { type Stop, stopLabel } from "../../../places/place.ts";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";
import { PageHead } from "../PageHead.tsx";
import { againHref } from "../trip/trip-link.ts";
import { TripLine } from "../trip/TripLine.tsx";
import type { OwnRide, RidesData } from "./rides-page-data.ts";
import { shownReach } from "./SentPage.tsx";

/** What a person's page shows. */
export interface RidesPageData {
  rides: RidesData;
  /** How many bookings of theirs were made as a guest. */
  asGuest: number;
  isTakenOver: boolean;
  formToken: string;
}

/** The rides of a person with an account. */
export function RidesPage({ locale, data }: { locale: Locale; data: RidesPageData }) {
  const { rides: texts, ownPlaces, privacyCentre } = textsFor(locale);
  const { rides, asGuest, isTakenOver, formToken } = data;
  return (
    <div class="page account">
      <PageHead locale={locale} title={texts.title} isPrivate />
      <h1>{texts.title}</h1>
      {isTakenOver && (
        <div role="status">
          <Notice tone="ok">{texts.takenOver}</Notice>
        </div>
      )}
      {asGuest > 0 && (
        <form class="field-stack" method="post" action={paths.rides()}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <Notice tone="info">{texts.takeOver(asGuest)}</Notice>
          <div class="button-row">
            <button type="submit" class="button">{texts.takeOverButton}</button>
          </div>
        </form>
      )}
      <RideLists {...{ locale, rides, none: texts.none, older: paths.rides, formToken }} />
      <ul class="account-ways">
        <li>
          <a href={paths.ownPlaces()}>{ownPlaces.title}</a>
        </li>
        <li>
          <a href={paths.security()}>{texts.account}</a>
        </li>
        <li>
          <a href={paths.privacyCentre()}>{privacyCentre.title}</a>
        </li>
      </ul>
    </div>
  );
}

/** The bookings of a guest who has shown an address or a number. */
export function GuestRidesPage(
  { locale, rides, reach }: { locale: Locale; rides: RidesData; reach: Reach },
) {
  const { rides: texts, privacyCentre } = textsFor(locale);
  return (
    <div class="page account">
      <PageHead locale={locale} title={texts.guestTitle} isPrivate />
      <h1>{texts.guestTitle}</h1>
      <p class="account-lead">{texts.guestLead(said(shownReach(reach)))}</p>
      <RideLists locale={locale} rides={rides} none={texts.noneHere} older={paths.myBookings} />
      <p>
        <a href={paths.register()}>{texts.guestAccount}</a>
      </p>
      <p>
        <a href={paths.guestPrivacy()}>{privacyCentre.title}</a>
      </p>
    </div>
  );
}

function RideLists({ locale, rides, none, older, formToken }: {
  locale: Locale;
  rides: RidesData;
  none: string;
  older: (query: { before: string }) => string;
  /** Of who can keep places; a guest cannot. */
  formToken?: string;
}) {
  const { rides: texts } = textsFor(locale);
  const { upcoming, past, today } = rides;
  return (
    <>
      {upcoming.length + past.length === 0 && <p>{none}</p>}
      <RideList {...{ locale, today, title: texts.upcoming, list: upcoming }} />
      <RideList {...{ locale, today, title: texts.past, list: past, formToken }} />
      <div class="button-row">
        <a class="button primary" href={paths.home()}>{texts.book}</a>
        {rides.older !== null && (
          <a class="button" href={older({ before: rides.older })}>{texts.older}</a>
        )}
      </div>
    </>
  );
}

function RideList({ locale, today, title, list, formToken }: {
  locale: Locale;
  today: string;
  title: string;
  list: readonly OwnRide[];
  formToken?: string | undefined;
}) {
  if (list.length === 0) return null;
  return (
    <section class="account-section">
      <h2>{title}</h2>
      <ul class="ride-list">
        {list.map((ride) => <Ride key={ride.booking.id} {...{ locale, today, ride, formToken }} />)}
      </ul>
    </section>
  );
}

function Ride({ locale, today, ride, formToken }: {
  locale: Locale;
  today: string;
  ride: OwnRide;
  formToken: string | undefined;
}) {
  const { rides: texts, booking: words } = textsFor(locale);
  const { booking, link } = ride;
  const moment = formatMoment(locale, booking.trip.pickup.wallTime, today);
  return (
    <li>
      <p class="ride-head">
        <b>{moment}</b>
        <span>{words.status[booking.status]}</span>
      </p>
      <TripLine locale={locale} trip={booking.trip} />
      <p class="muted">{formatMoney(locale, booking.trip.totalOre)}</p>
      <div class="button-row">
        <a class="button" href={paths.booking(link)} aria-label={texts.ticketOf(moment)}>
          {texts.ticket}
        </a>
        <a
          class="button"
          href={againHref(booking.trip, "again")}
          aria-label={texts.againOf(moment)}
        >
          {texts.again}
        </a>
        {formToken !== undefined && <KeepEnd {...{ locale, formToken }} stop={booking.trip.to} />}
      </div>
    </li>
  );
}

/** Puts where the ride went into the form of a place to keep; in no address, which proxies write down. */
function KeepEnd({ locale, formToken, stop }: { locale: Locale; formToken: string; stop: Stop }) {
  const { ownPlaces: texts } = textsFor(locale);
  const place = stopLabel(stop);
  return (
    <form method="post" action={paths.ownPlaces()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="placeAsked" value={place} />
      <input type="hidden" name="placeId" value={stop.placeId} />
      <button
        type="submit"
        class="button"
        name="act"
        value="begin"
        aria-label={texts.saveEnd(said(place))}
      >
        {texts.save}
      </button>
    </form>
  );
}
