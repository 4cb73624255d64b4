// What can be done with a ticket: the button of its state, and the list of the rest.
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import type { CancellationPreview } from "../../../booking/cancellation-rules.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { cancellationWords } from "../../../i18n/cancellation-words.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { TicketCar } from "../../../ticket/ticket-car.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icon-names.ts";
import { SUPPORT_PHONE } from "../../../kernel/support-phone.ts";
import { againHref } from "../trip/trip-link.ts";
import { type Doing, type Doings, doingsOf } from "./ticket-doings.ts";

/** Properties of both parts. */
export interface TicketDoingsProps {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  cancellation: CancellationPreview;
  canMove: boolean;
  /** The car that comes; null while nobody is assigned. */
  car: TicketCar | null;
  /** True when the flight can be given and changed. */
  asksFlight: boolean;
  /** The server's moment, epoch ms. */
  nowMs: number;
  today: string;
}

interface Shown {
  icon: IconName;
  title: string;
  text: string;
  href: string;
  isFile?: true;
}

/** The one button. */
export function FirstDoing(props: TicketDoingsProps) {
  const { first } = shownDoings(props);
  const { icon, title, href, isFile } = shownOf(first, props);
  return (
    <a
      class="button primary ticket-first no-print"
      href={href}
      aria-current="false"
      download={isFile}
    >
      <Icon name={icon} />
      {title}
    </a>
  );
}

/** The quiet list; the title of a row is its link, which covers the row. */
export function DoingRows(props: TicketDoingsProps) {
  const { rows } = shownDoings(props);
  return (
    <ul class="doing-rows no-print">
      {rows.map((doing) => {
        const { icon, title, text, href, isFile } = shownOf(doing, props);
        const id = `doing-${doing}`;
        return (
          <li key={doing} class="doing-row">
            <Icon name={icon} />
            <span>
              <a
                class="doing-title"
                href={href}
                aria-current="false"
                download={isFile}
                aria-describedby={text === "" ? undefined : id}
              >
                {title}
              </a>
              {text === "" ? null : <span class="doing-text" id={id}>{text}</span>}
            </span>
            <Icon name="chevron-right" />
          </li>
        );
      })}
    </ul>
  );
}

function shownDoings({ booking, canMove, car }: TicketDoingsProps): Doings {
  const carHasPhone = (car?.phone ?? "") !== "";
  return doingsOf(booking.status, { canMove, carHasPhone, feeOre: feeOf(booking) });
}

function feeOf(booking: SeenBooking): number {
  if (booking.status === "cancelled") return booking.cancellation.feeOre;
  return booking.status === "no-show" ? booking.feeOre : 0;
}

function shownOf(doing: Doing, props: TicketDoingsProps): Shown {
  const { locale, booking, link } = props;
  const { ticket, booking: texts, documents } = textsFor(locale);
  const phone = shownPhoneNumber(SUPPORT_PHONE);
  const call = { icon: "phone", href: `tel:${SUPPORT_PHONE}` } as const;
  const file = { icon: "calendar-plus", href: paths.bookingCalendar(link), isFile: true } as const;
  const all: Readonly<Record<Doing, () => Shown>> = {
    pay: () => ({
      icon: "credit-card",
      title: textsFor(locale).pay.toPay,
      text: "",
      href: paths.payBooking(link),
    }),
    calendar: () => ({ ...file, title: ticket.calendar, text: "" }),
    "calendar-off": () => ({ ...file, title: ticket.calendarOff, text: ticket.calendarOffText }),
    "call-car": () => {
      const number = props.car?.phone || SUPPORT_PHONE;
      const title = ticket.callCar(shownPhoneNumber(number));
      return { icon: "phone", href: `tel:${number}`, title, text: "" };
    },
    call: () => ({ ...call, title: ticket.call, text: phone }),
    details: () => ({
      icon: "pencil",
      title: ticket.details,
      text: props.asksFlight ? ticket.detailsTextFlight : ticket.detailsText,
      href: paths.bookingDetails(link),
    }),
    move: () => ({
      icon: "calendar-clock",
      title: texts.changeTime,
      text: ticket.moveText,
      href: paths.rescheduleBooking(link),
    }),
    receipt: () => ({
      icon: "receipt-text",
      title: documents.link,
      text: documents.linkText,
      href: paths.bookingReceipt(link),
    }),
    back: () => ({
      icon: "repeat",
      title: ticket.return,
      text: ticket.againText,
      href: againHref(booking.trip, "back"),
    }),
    again: () => ({
      icon: "arrow-right",
      title: ticket.again,
      text: ticket.againText,
      href: againHref(booking.trip, "again"),
    }),
    cancel: () => ({
      icon: "ban",
      title: texts.cancel,
      text: cancellationWords(locale, props.cancellation, props.nowMs).long,
      href: paths.cancelBooking(link),
    }),
  };
  return all[doing]();
}
