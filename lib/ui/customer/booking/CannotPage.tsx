// A change the booking's state no longer allows.
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { ManagePage } from "./ManagePage.tsx";

/** Properties of CannotPage. */
export interface CannotPageProps {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  today: string;
  title: string;
  /** Why; the booking's state when left out. */
  text?: string;
}

/** Says how the booking stands and who can help. */
export function CannotPage({ text, ...props }: CannotPageProps) {
  const texts = textsFor(props.locale).booking;
  const status = texts.status[props.booking.status].toLowerCase();
  return (
    <ManagePage {...props}>
      <p>{text ?? texts.cannotText(status)}</p>
    </ManagePage>
  );
}
