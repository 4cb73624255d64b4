// What was booked with an address or a number that a guest has shown to be theirs in this browser.
import { page } from "fresh";
import { readGuestProof } from "../../lib/accounts/guest-proof.ts";
import { guestToken } from "../../lib/accounts/session-cookie.ts";
import { secureCookies } from "../../lib/assembly/settings.ts";
import { define } from "../../lib/http/define.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ridesData } from "../../lib/ui/customer/account/rides-page-data.ts";
import { GuestRidesPage } from "../../lib/ui/customer/account/RidesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services, signedIn } = ctx.state;
    if (signedIn !== null) return ctx.redirect(paths.rides(), 303);
    const token = guestToken(ctx.req.headers, secureCookies(services.config));
    const reach = token === null ? null : await readGuestProof(services, token);
    if (reach === null) return ctx.redirect(paths.signInSend({ next: paths.myBookings() }), 303);
    return page({
      reach,
      rides: await ridesData(services, [reach], ctx.url.searchParams.get("before")),
    });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <GuestRidesPage locale={state.locale} {...data} />
));
