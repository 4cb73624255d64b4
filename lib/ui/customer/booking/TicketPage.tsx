// A customer's own page about their booking: how it stands, the ticket, what they can do, what has happened.
import { asset } from "fresh/runtime";
import CopyLink from "../../../../islands/CopyLink.tsx";
import OfflineReady from "../../../../islands/OfflineReady.tsx";
import RouteMap from "../../../../islands/RouteMap.tsx";
import type { Booking, BookingEvent } from "../../../booking/booking.ts";
import { bookingCan, holdsVehicle } from "../../../booking/booking-rules.ts";
import type { CancellationPreview } from "../../../booking/cancellation-rules.ts";
import { paths } from "../../../kernel/paths.ts";
import { formatReference } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { Icon } from "../../parts/Icon.tsx";
import { PageHead } from "../PageHead.tsx";
import { PriceLines } from "../quote/PriceLines.tsx";
import { CancelSentence } from "../CancelSentence.tsx";
import { BookingHistory } from "./BookingHistory.tsx";
import { Ticket } from "./Ticket.tsx";
import { Said } from "../../parts/Said.tsx";

/** Properties of TicketPage. */
export interface TicketPageProps {
  locale: Locale;
  booking: Booking;
  events: readonly BookingEvent[];
  /** Last part of the manage link. */
  link: string;
  /** What cancelling would cost now. */
  cancellation: CancellationPreview;
  /** False once it is too late to move the ride without a fee. */
  canMove: boolean;
  /** The server's moment, epoch ms. */
  nowMs: number;
  /** Today's date in Stockholm. */
  today: string;
}

/** The page behind a manage link. */
export function TicketPage(props: TicketPageProps) {
  const { locale, booking, today } = props;
  const texts = textsFor(locale);
  const { trip, status } = booking;
  const isNew = status === "confirmed" && booking.version === 1;
  return (
    <div class="ticket-page page">
      <PageHead
        locale={locale}
        title={texts.booking.title(formatReference(booking.reference))}
        isPrivate
      />
      <header class="ticket-head">
        <p class={`booking-status ${status}`}>{texts.booking.status[status]}</p>
        <h1>{isNew ? texts.booking.confirmedTitle : texts.booking.heading[status]}</h1>
        <p class="ticket-lead">{texts.booking.statusText[status]}</p>
      </header>
      <Ticket locale={locale} booking={booking} today={today} />
      <Actions {...props} />
      <OfflineReady />
      <div class="ticket-more">
        <section>
          <h2>{texts.booking.history}</h2>
          <BookingHistory {...props} />
        </section>
        <section class="ticket-price">
          {holdsVehicle(booking)
            ? (
              <>
                <h2>{texts.booking.price}</h2>
                <PriceLines locale={locale} {...trip} />
              </>
            )
            : null}
          {booking.note === "" ? null : (
            <dl class="ticket-note">
              <dt>{texts.booking.note}</dt>
              <dd>
                <Said>{booking.note}</Said>
              </dd>
            </dl>
          )}
          <RouteMap
            geometry={trip.route.geometry}
            roads={asset("/map/goteborg-roads.json")}
            from={trip.from.point}
            to={trip.to.point}
            label={texts.quote.mapLabel}
            show={texts.quote.showMap}
            loading={texts.trip.map.loading}
            failed={texts.quote.mapFailed}
          />
        </section>
      </div>
    </div>
  );
}

function Actions({ locale, booking, link, cancellation, canMove, nowMs }: TicketPageProps) {
  const { booking: texts } = textsFor(locale);
  const canCancel = bookingCan("cancel", booking.status);
  if (!canCancel) return null;
  return (
    <section class="ticket-actions no-print">
      <div class="button-row">
        <a class="button" href={paths.bookingCalendar(link)} download>
          <Icon name="calendar-plus" />
          {texts.addToCalendar}
        </a>
        {canMove
          ? (
            <a class="button" href={paths.rescheduleBooking(link)}>
              <Icon name="calendar-clock" />
              {texts.changeTime}
            </a>
          )
          : null}
        <a class="button" href={paths.cancelBooking(link)}>
          <Icon name="ban" />
          {texts.cancel}
        </a>
        <CopyLink label={texts.copyLink} done={texts.copied} icons={asset("/icons.svg")} />
      </div>
      <p class="small muted">
        <CancelSentence
          locale={locale}
          cancellation={cancellation}
          nowMs={nowMs}
          length="short"
        />. {texts.keepLink}
      </p>
    </section>
  );
}
