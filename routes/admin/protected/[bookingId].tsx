import { page } from "fresh";
import { framed } from "../../../lib/board/framed.ts";
import { codeOf, showOnce } from "../../../lib/board/protected-booking.ts";
import { bookingIdIn } from "../../../lib/booking/booking.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { ProtectedBookingPage } from "../../../lib/ui/operator/protection/ProtectedBookingPage.tsx";

export const handler = define.handlers({
  async GET({ state, params }) {
    const code = await codeOf(state.services, bookingIdIn(params.bookingId));
    const frame = await framed(state.services, operatorOf(state));
    return page({ ...frame, ...code, fault: null, booking: null });
  },

  /** Shows it once: the answer of this request alone has it. */
  async POST({ state, params, req }) {
    const { services } = state;
    const { reason = "" } = Object.fromEntries(await readOperatorForm(state, req));
    const code = await codeOf(services, bookingIdIn(params.bookingId));
    const frame = await framed(services, operatorOf(state));
    const shown = await showOnce(services, code.id, reason);
    if (shown.ok) return page({ ...frame, ...code, fault: null, booking: shown.booking });
    return page({ ...frame, ...code, fault: shown.fault, booking: null }, { status: 422 });
  },
});

export default define.page<typeof handler>(ProtectedBookingPage);
