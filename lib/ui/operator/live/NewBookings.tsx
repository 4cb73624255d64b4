// Bookings that came in meanwhile: said in words, reached by a press, never by moving the page.
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { Look } from "../frame/look.ts";

/** What the note is drawn from. */
export interface NewBookingsProps {
  look: Look;
  fresh: readonly BookingSummary[];
  hrefs: (id: BookingId) => string;
}

/** The note; a live region, empty while nothing is new. */
export function NewBookings({ look: { texts }, fresh, hrefs }: NewBookingsProps) {
  const [first] = fresh;
  return (
    <div class="new-bookings" role="status">
      {first !== undefined && (
        <p class="new-pill">
          <a href={hrefs(first.id)} data-show-new={first.id}>
            {texts.table.newBookings(fresh.length)}
          </a>
          <button type="button" data-hide-new aria-label={texts.table.hideNew}>
            <Icon name="x" />
          </button>
        </p>
      )}
    </div>
  );
}
