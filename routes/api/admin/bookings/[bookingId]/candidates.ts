import { candidateView } from "../../../../../lib/ui/operator/pane/candidate-view.ts";
import { bookingIdIn } from "../../../../../lib/booking/booking.ts";
import { findCandidates } from "../../../../../lib/dispatch/find-candidates.ts";
import { DomainError } from "../../../../../lib/errors/domain-error.ts";
import { define } from "../../../../../lib/http/define.ts";

export const handler = define.handlers({
  /** The cars for a trip, best first, each with its reasons, what speaks against it and what it does around it. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const id = bookingIdIn(ctx.params.bookingId);
    if (id === null) throw new DomainError("booking-not-found");
    const found = await findCandidates(services, id);
    const candidates = found.candidates.map((one) => candidateView(locale, one));
    return Response.json({ ...found, candidates });
  },
});
