// The frame of a page that changes a booking: what is asked on one side, the ticket it is about on the other.
import type { ComponentChildren } from "preact";
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { Icon } from "../../parts/Icon.tsx";
import { PageHead } from "../PageHead.tsx";
import { Ticket } from "./Ticket.tsx";

/** Properties of ManagePage. */
export interface ManagePageProps {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  today: string;
  title: string;
  children: ComponentChildren;
}

/** Title, content and the ticket. */
export function ManagePage({ locale, booking, link, today, title, children }: ManagePageProps) {
  return (
    <div class="manage page">
      <PageHead locale={locale} title={title} isPrivate />
      <div class="manage-main">
        <a class="back-link" href={paths.booking(link)} aria-current="false">
          <Icon name="arrow-left" />
          {textsFor(locale).booking.toTicket}
        </a>
        <h1>{title}</h1>
        {children}
      </div>
      <Ticket locale={locale} booking={booking} today={today} />
    </div>
  );
}
