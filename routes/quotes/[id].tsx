// A binding price and the form that buys it; what is sent here asks for the next price of the same trip.
import { page } from "fresh";
import { VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";
import { readForm } from "../../lib/http/body.ts";
import { define } from "../../lib/http/define.ts";
import { senderOf } from "../../lib/http/sender-of.ts";
import { statusOf } from "../../lib/http/error-status.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { submittedContact } from "../../lib/ui/customer/quote/contact-values.ts";
import { contactOf } from "../../lib/ui/customer/quote/known-contact.ts";
import { QuotePage } from "../../lib/ui/customer/quote/QuotePage.tsx";
import { QuoteRefused } from "../../lib/ui/customer/quote/QuoteRefused.tsx";
import {
  renewedQuote,
  type ShownQuote,
  shownQuote,
} from "../../lib/ui/customer/quote/shown-quote.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const wanted = ctx.url.searchParams.get("class");
    const { services, signedIn } = ctx.state;
    const contact = contactOf(signedIn?.person ?? null);
    return answer(await shownQuote(services, quoteId(ctx.params.id ?? ""), { wanted, contact }));
  },

  /** With `?move=<class>` at the next time that class has a car. */
  async POST(ctx) {
    const fields = await readForm(ctx.req);
    const move = ctx.url.searchParams.get("move");
    const moveTo = VEHICLE_CLASSES.find((name) => name === move) ?? null;
    const wanted = moveTo ?? fields.get("vehicleClass") ?? "";
    const sent = { contact: submittedContact(fields), wanted };
    const id = quoteId(ctx.params.id ?? "");
    const asked = { ...ctx.state.services, sender: senderOf(ctx) };
    return answer(await renewedQuote(asked, id, sent, moveTo));
  },
});

export default define.page<typeof handler>(({ data: { refusal, ...data }, state }) =>
  refusal === null
    ? <QuotePage locale={state.locale} {...data} />
    : <QuoteRefused locale={state.locale} refusal={refusal} {...data} />
);

function answer(shown: ShownQuote) {
  return page(shown, { status: shown.refusal === null ? 200 : statusOf(shown.refusal.code) });
}
