// Cancels a booking: the fee first, then the button.
import { page } from "fresh";
import { MAX_REASON_LENGTH } from "../../../lib/booking/booking.ts";
import { cancelBooking } from "../../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../../lib/booking/cancellation-rules.ts";
import { findBookingByLink } from "../../../lib/booking/find-booking.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { statusOf } from "../../../lib/http/error-status.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";
import { CancelPage } from "../../../lib/ui/customer/booking/CancelPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await cancelData(ctx.state.services, ctx.params.link ?? "", { reason: "" }));
  },

  async POST(ctx) {
    const { services } = ctx.state;
    const { link = "" } = ctx.params;
    const fields = await readForm(ctx.req);
    const reason = (fields.get("reason") ?? "").slice(0, MAX_REASON_LENGTH);
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
  { reason, feeChanged = false }: { reason: string; feeChanged?: boolean },
) {
  const { booking } = await findBookingByLink(services, link);
  const now = services.clock.now();
  const nowMs = now.epochMilliseconds;
  const cancellation = previewCancellation(booking, nowMs);
  return { booking, link, cancellation, reason, feeChanged, nowMs, today: localDate(now) };
}
