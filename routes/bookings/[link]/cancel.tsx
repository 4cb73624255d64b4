// Cancels a booking: the fee first, then the button.
import { page } from "fresh";
import { MAX_REASON_LENGTH } from "../../../lib/booking/booking.ts";
import { cancelBooking } from "../../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../../lib/booking/cancellation-rules.ts";
import { seenByLink } from "../../../lib/booking/seen-booking.ts";
import { findBookingByLink } from "../../../lib/booking/find-booking.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { statusOf } from "../../../lib/http/error-status.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";
import { CancelPage, type CancelPageProps } from "../../../lib/ui/customer/booking/CancelPage.tsx";

/** Longest reason given back in its field, in characters: more than the field accepts. */
const MAX_ECHO = 1_000;

export const handler = define.handlers({
  async GET(ctx) {
    return page(await cancelData(ctx.state.services, ctx.params.link ?? "", {}));
  },

  async POST(ctx) {
    const { services } = ctx.state;
    const { link = "" } = ctx.params;
    const fields = await readForm(ctx.req);
    const reason = (fields.get("reason") ?? "").slice(0, MAX_ECHO);
    if (reason.length > MAX_REASON_LENGTH) {
      const errors = [{ field: "reason", code: "reasonTooLong" } as const];
      return page(await cancelData(services, link, { reason, errors }), { status: 422 });
    }
    // An unreadable fee matches no fee, so the page comes back and shows it again.
    const expectedFeeOre = Number(fields.get("expectedFeeOre") ?? NaN);
    try {
      await cancelBooking(services, { link, reason, expectedFeeOre });
      return ctx.redirect(paths.booking(link), 303);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "cancellation-fee-changed") throw error;
      const data = await cancelData(services, link, { reason, feeChanged: true });
      return page(data, { status: statusOf(error.code) });
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <CancelPage locale={state.locale} {...data} />
));

async function cancelData(
  services: Services,
  link: string,
  sent: Partial<Pick<CancelPageProps, "reason" | "errors" | "feeChanged">>,
) {
  // A link is enough to cancel; it says no more of who rides than the ticket does.
  const booking = seenByLink((await findBookingByLink(services, link)).booking, false);
  const now = services.clock.now();
  const nowMs = now.epochMilliseconds;
  const cancellation = previewCancellation(booking, nowMs);
  const today = localDate(now);
  const untouched = { reason: "", errors: [], feeChanged: false };
  return { booking, link, cancellation, nowMs, today, ...untouched, ...sent };
}
