// A customer's own page about their booking: how it stands, the car, what they can do, the ticket, what has
// happened. What a change of the booking may change stands in parts marked `data-live`, see renew-ticket.ts.
import { asset } from "fresh/runtime";
import FollowRide from "../../../../islands/FollowRide.tsx";
import LiveTicket from "../../../../islands/LiveTicket.tsx";
import OfflineReady from "../../../../islands/OfflineReady.tsx";
import ShareTicket from "../../../../islands/ShareTicket.tsx";
import type { BookingEvent } from "../../../booking/booking.ts";
import { holdsVehicle, isOver } from "../../../booking/booking-rules.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { formatMoney, formatReference } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { PageHead } from "../PageHead.tsx";
import { TripMap } from "../map/TripMap.tsx";
import { CustomerPrice } from "../quote/CustomerPrice.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { BookingHistory } from "./BookingHistory.tsx";
import { CarCard } from "./CarCard.tsx";
import { MoneyBack, type MoneyBackProps } from "./MoneyBack.tsx";
import { ProgressLine } from "./ProgressLine.tsx";
import { Ticket, TicketTime } from "./Ticket.tsx";
import { DoingRows, FirstDoing, type TicketDoingsProps } from "./TicketDoings.tsx";

/** Properties of TicketPage. */
export interface TicketPageProps extends TicketDoingsProps {
  events: readonly BookingEvent[];
  refunds: MoneyBackProps["refunds"];
  /** What of the price is to be paid still, in öre. */
  dueOre: number;
  /** By which a browser knows who may send it messages. */
  pushPublicKey: string;
  /** True when the customer is protected and this browser has not shown that the booking is theirs. */
  isHidden: boolean;
}

/** The page behind a manage link. */
export function TicketPage(props: TicketPageProps) {
  const { locale, booking, link, today } = props;
  const { booking: texts, ticket } = textsFor(locale);
  const isAhead = !isOver(booking.status);
  return (
    <div class="ticket-page page" data-version={booking.version} data-over={!isAhead || undefined}>
      <PageHead
        locale={locale}
        title={texts.title(formatReference(booking.reference))}
        isPrivate
      />
      <div class="ticket-pane">
        <TicketNow {...props} />
        {isAhead
          ? (
            <>
              <LiveTicket
                locale={locale}
                events={paths.api.bookingEvents(link)}
                booking={paths.api.booking(link)}
                live={ticket.live}
                lost={ticket.lost("{age}")}
                offline={ticket.offline("{age}")}
                changed={ticket.changed}
              />
              <div class="doing-rows no-print">
                <Follow {...props} />
                <ShareTicket
                  label={ticket.share}
                  text={ticket.shareText}
                  done={ticket.shared}
                  icons={asset("/icons.svg")}
                />
              </div>
            </>
          )
          : null}
        <div data-live="doings">
          <DoingRows {...props} />
        </div>
        {isAhead ? <p class="small muted no-print">{texts.keepLink}</p> : null}
      </div>
      <div class="ticket-side">
        <div data-live="ticket">
          <Ticket locale={locale} booking={booking} today={today} hasTime={false} />
          {props.isHidden && <HiddenNote locale={locale} link={link} />}
        </div>
        <TicketMore {...props} />
      </div>
      {!props.isHidden && (
        <div class="ticket-map">
          <TripMap locale={locale} trip={booking.trip} route={booking.trip.route} isOpenWhenWide />
        </div>
      )}
      <OfflineReady />
    </div>
  );
}

/** Links are passed on: who it is for shows so before name and places stand here. */
function HiddenNote({ locale, link }: { locale: Locale; link: string }) {
  const { ticket } = textsFor(locale);
  return (
    <p class="small muted no-print">
      {`${ticket.hidden} `}
      <a href={paths.signInSend({ next: paths.booking(link) })}>{ticket.hiddenAct}</a>
    </p>
  );
}

/** A telephone is told when the car is on its way, once somebody has pressed. */
function Follow({ locale, link, booking, pushPublicKey }: TicketPageProps) {
  const { ticket } = textsFor(locale);
  return (
    <FollowRide
      address={paths.api.followBooking(link)}
      ticket={booking.reference}
      publicKey={pushPublicKey}
      label={ticket.follow}
      text={ticket.followText}
      on={ticket.following}
      onText={ticket.followingText}
      failed={ticket.followFailed}
      icons={asset("/icons.svg")}
    />
  );
}

/** How the ride stands, when, with which car, and the one thing to do. */
function TicketNow(props: TicketPageProps) {
  const { locale, booking, car, today } = props;
  const { booking: texts } = textsFor(locale);
  const { status } = booking;
  const last = props.events.at(-1)?.type;
  const isNew = status === "confirmed" && (last === "confirmed" || last === "secured");
  // While nobody is assigned the frame of the car says how it stands.
  return (
    <div class={`ticket-now ${status}`} data-live="now">
      <header class="ticket-head">
        <p class={`booking-status ${status}`}>{texts.status[status]}</p>
        <h1>{isNew ? texts.confirmedTitle : texts.heading[status]}</h1>
        <TicketTime locale={locale} booking={booking} today={today} />
        {status === "confirmed" ? null : <p class="ticket-lead">{texts.statusText[status]}</p>}
      </header>
      <Due {...props} />
      <ProgressLine locale={locale} status={status} />
      {isOver(status) ? null : <CarCard locale={locale} car={car} />}
      <FirstDoing {...props} />
    </div>
  );
}

/** A booked ride of whose money some is missing. */
function Due({ locale, booking, dueOre, link }: TicketPageProps) {
  const { pay: { booked } } = textsFor(locale);
  if (dueOre === 0 || booking.status === "awaiting-payment") return null;
  return (
    <div class="no-print">
      <Notice tone="warn">
        {`${booked.due(formatMoney(locale, dueOre))} `}
        <a href={paths.payBooking(link)}>{booked.title}</a>
      </Notice>
    </div>
  );
}

function TicketMore(props: TicketPageProps) {
  const { locale, booking } = props;
  const { booking: texts, decisions } = textsFor(locale);
  return (
    <div class="ticket-more" data-live="more">
      <MoneyBack {...props} />
      <section>
        <h2>{texts.history}</h2>
        <BookingHistory {...props} />
        <p class="no-print">
          <a href={paths.bookingDecisions(props.link)}>{decisions.link}</a>
        </p>
      </section>
      {holdsVehicle(booking)
        ? (
          <section class="ticket-price">
            <h2>{texts.price}</h2>
            <CustomerPrice locale={locale} price={booking.trip} />
          </section>
        )
        : null}
      {booking.note === "" ? null : (
        <dl class="ticket-note">
          <dt>{texts.note}</dt>
          <dd>
            <Said>{booking.note}</Said>
          </dd>
        </dl>
      )}
    </div>
  );
}
