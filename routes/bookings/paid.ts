// Where people come back to from their bank or from the provider's page: their own browser knows which ticket it was.
import { secureCookies } from "../../lib/assembly/settings.ts";
import { clearedPayingCookie, payingLink } from "../../lib/checkout/paying-cookie.ts";
import { define } from "../../lib/http/define.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ULID_PATTERN } from "../../lib/kernel/ulid.ts";
import { paymentId } from "../../lib/payments/payment.ts";

const ID = new RegExp(`^${ULID_PATTERN}$`);

export const handler = define.handlers({
  GET(ctx) {
    const secure = secureCookies(ctx.state.services.config);
    const asked = ctx.url.searchParams.get("payment") ?? "";
    const id = ID.test(asked) ? paymentId(asked) : null;
    const link = id === null ? null : payingLink(id, ctx.req.headers, secure);
    // A bank's app may open another browser: there the booking code and the number lead to the ticket.
    if (id === null || link === null) return ctx.redirect(paths.findBooking(), 303);
    const response = ctx.redirect(paths.payBooking(link), 303);
    response.headers.append("set-cookie", clearedPayingCookie(id, secure));
    return response;
  },
});
