// How what the product decided of a ride was decided, and the way to a person who looks at it (GDPR, Article 22.3).
import { page } from "fresh";
import { findBookingByLink } from "../../../lib/booking/find-booking.ts";
import { seenByLink, seenHistory } from "../../../lib/booking/seen-booking.ts";
import { cleanText } from "../../../lib/forms/clean-text.ts";
import { hasPersonalNumber } from "../../../lib/forms/personal-number.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define, type State } from "../../../lib/http/define.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";
import { askForReview } from "../../../lib/privacy/ask-for-review.ts";
import { MAX_REQUEST_TEXT } from "../../../lib/privacy/data-request.ts";
import { decisionsOfBooking } from "../../../lib/privacy/decisions-of-booking.ts";
import { aboutDecision, DecisionsPage } from "../../../lib/ui/customer/booking/DecisionsPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const isDone = ctx.url.searchParams.get("done") === "asked";
    const { data } = await shown(ctx.state, ctx.params.link);
    return page({ ...data, isDone, words: "", errors: [] });
  },

  /** Whoever has the link asks for whom the ride was booked: the staff find out that it is them. */
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const { data, phone } = await shown(ctx.state, ctx.params.link);
    const fields = await readForm(ctx.req, ["words"]);
    const words = cleanText(fields.get("words") ?? "");
    const decision = data.decisions[Number(fields.get("decision"))];
    const code = hasPersonalNumber(words)
      ? "personalNumber"
      : words.length > MAX_REQUEST_TEXT - 200
      ? "wishTooLong"
      : null;
    if (code !== null || decision === undefined) {
      const error = code === null
        ? { field: "decision", code: "decisionMissing" } as const
        : { field: "words", code } as const;
      return page({ ...data, isDone: false, words, errors: [error] }, { status: 422 });
    }
    const { booking, link } = data;
    const about = aboutDecision({ locale, booking, decision });
    const subject = { kind: "guest", reach: { kind: "phone", at: phone } } as const;
    await askForReview(services, { subject, locale, about, words, identity: null });
    return ctx.redirect(paths.bookingDecisions(link, { done: "asked" }), 303);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <DecisionsPage locale={state.locale} {...data} />
));

async function shown({ services }: State, link = "") {
  const found = await findBookingByLink(services, link);
  const { phone } = found.booking.contact;
  const booking = seenByLink(found.booking, false);
  const today = localDate(services.clock.now());
  const decisions = decisionsOfBooking(seenHistory(booking, found.events));
  return { data: { booking, link, today, decisions }, phone };
}
