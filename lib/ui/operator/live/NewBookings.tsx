// Bookings that came in meanwhile: said in words, reached by a press, never by moving the page.
import type { BookingSummary } from "../../../booking/booking.ts";
import type { Look } from "../frame/look.ts";

/** The note; a live region, empty while nothing is new. */
export function NewBookings(props: { look: Look; fresh: readonly BookingSummary[] }) {
  const { look: { texts }, fresh } = props;
  const [first] = fresh;
  return (
    <div class="new-bookings" role="status">
      {first !== undefined && (
        <p class="new-pill">
          <a href={`#trip-${first.id}`} data-show-new>{texts.table.newBookings(fresh.length)}</a>
          <button type="button" data-hide-new aria-label={texts.table.hideNew}>
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
              <path
                d="m4 4 8 8M12 4l-8 8"
                fill="none"
                stroke="currentColor"
                stroke-width="1.75"
                stroke-linecap="round"
              />
            </svg>
          </button>
        </p>
      )}
    </div>
  );
}
