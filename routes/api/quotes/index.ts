import { quoteInput } from "../../../lib/api/inputs.ts";
import { optionViews } from "../../../lib/booking/quote-view.ts";
import { invalidFields } from "../../../lib/errors/request-error.ts";
import { readJson } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { parseBody } from "../../../lib/http/parse-body.ts";
import { senderOf } from "../../../lib/http/sender-of.ts";
import { locateStops, NOT_LOCATED } from "../../../lib/trip/locate-stops.ts";
import { resolveTrip } from "../../../lib/trip/trip-form.ts";
import { previewTrip, quoteTrip } from "../../../lib/pricing/quote-trip.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { services, locale } = ctx.state;
    const { preview, ...input } = parseBody(quoteInput, await readJson(ctx.req));
    await services.landmarks.upToDate();
    // A preview is asked for while somebody types, which not every service may be.
    const mayAsk = !preview || services.geocoder.maySuggest;
    const located = mayAsk ? await locateStops(services, input, locale) : NOT_LOCATED;
    const trip = resolveTrip(services.places, input, locale, { located });
    if (!trip.ok) throw invalidFields(trip.errors);
    const now = services.clock.now();
    if (preview) {
      const priced = await previewTrip(services, trip.value);
      const looked = { ...priced, trip: trip.value, createdAt: now.toString() };
      return Response.json({ ...priced, options: optionViews(looked, now.epochMilliseconds) });
    }
    const quote = await quoteTrip({ ...services, sender: senderOf(ctx) }, trip.value);
    const options = optionViews(quote, now.epochMilliseconds);
    return Response.json({ ...quote, options }, { status: 201 });
  },
});
