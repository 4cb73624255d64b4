// Sends the links of somebody's rides ahead to the address or number they write; nobody learns whether there are any.
import { page } from "fresh";
import { readReach } from "../../lib/accounts/reach.ts";
import { readForm } from "../../lib/http/body.ts";
import { define } from "../../lib/http/define.ts";
import { minutesToWait } from "../../lib/http/minutes-to-wait.ts";
import { senderOf } from "../../lib/http/sender-of.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { askForTickets } from "../../lib/messages/ticket-wanted.ts";
import { EMPTY_SEND, SendLink } from "../../lib/ui/customer/booking/SendLink.tsx";

/** Longest text given back in the field, in characters. */
const MAX_ECHO = 254;

export const handler = define.handlers({
  GET(ctx) {
    return page({ form: { ...EMPTY_SEND, isSent: ctx.url.searchParams.get("sent") === "yes" } });
  },

  async POST(ctx) {
    const { services, locale } = ctx.state;
    const reach = ((await readForm(ctx.req)).get("reach") ?? "").slice(0, MAX_ECHO);
    const form = { ...EMPTY_SEND, reach };
    const read = readReach(reach);
    if (!read.ok) {
      const errors = [{ field: "reach", code: read.code } as const];
      return page({ form: { ...form, errors } }, { status: 422 });
    }
    try {
      await askForTickets(services, { reach: read.value, network: senderOf(ctx), locale });
      return ctx.redirect(paths.sendTicketLink({ sent: "yes" }), 303);
    } catch (error) {
      const wait = minutesToWait(error);
      return page({ form: { ...form, waitMinutes: wait.minutes } }, wait.init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SendLink locale={state.locale} form={data.form} />
));
