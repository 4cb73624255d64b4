// Asks for a price: the trip form arrives here and leads to its quote, or comes back with questions.
import { page } from "fresh";
import { readForm } from "../../lib/http/body.ts";
import { define } from "../../lib/http/define.ts";
import { formAnswer } from "../../lib/http/error-status.ts";
import { senderOf } from "../../lib/http/sender-of.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { locateStops, typedEnds } from "../../lib/trip/locate-stops.ts";
import { parseTripForm, tripFieldError } from "../../lib/trip/trip-form.ts";
import type { TripRequest } from "../../lib/trip/trip.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { Home } from "../../lib/ui/customer/home/Home.tsx";
import { homeData } from "../../lib/ui/customer/home/home-data.ts";
import { keptContact, submittedContact } from "../../lib/ui/customer/quote/contact-values.ts";
import { quotePageData } from "../../lib/ui/customer/quote/quote-page-data.ts";
import { QuotePage } from "../../lib/ui/customer/quote/QuotePage.tsx";
import { openQuestions, placeStepOf, shownErrors } from "../../lib/ui/customer/shown-errors.ts";
import { ownPlaceOffers } from "../../lib/ui/customer/trip/own-place-offers.ts";
import { placeStepLook } from "../../lib/ui/customer/trip/place-step-look.ts";
import { PlaceStep } from "../../lib/ui/customer/trip/PlaceStep.tsx";
import { submittedTrip } from "../../lib/trip/trip-values.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect(paths.home() + ctx.url.search, 303),

  async POST(ctx) {
    const { services, locale, signedIn } = ctx.state;
    const fields = await readForm(ctx.req, ["from", "to"]);
    const values = submittedTrip(fields);
    await services.landmarks.upToDate();
    const located = await locateStops(services, typedEnds(values), locale);
    const trip = parseTripForm(services.places, values, locale, located);
    const priced = trip.ok
      ? await price({ ...services, sender: senderOf(ctx) }, trip.value)
      : { ...trip, answer: { status: 422 } };
    const kept = keptContact(fields);
    if (!priced.ok) {
      const { errors, answer } = priced;
      const own = await ownPlaceOffers(services, signedIn, locale);
      const home = await homeData(services, locale);
      return page({ form: { values, errors, kept, own }, home }, answer);
    }
    // A new price on the way to a booking: the contact already written must not be lost, nor stand in a URL.
    if (fields.has("name")) {
      const sent = { contact: submittedContact(fields), wanted: fields.get("vehicleClass") ?? "" };
      return page({ quote: await quotePageData(services, priced.quote, sent) });
    }
    return ctx.redirect(paths.quote(priced.quote.id), 303);
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { locale, services } = state;
  if ("quote" in data) return <QuotePage locale={locale} {...data.quote} />;
  const { home } = data;
  const { today } = home.choices;
  const { values, errors, kept, own } = data.form;
  const step = placeStepOf(errors);
  if (step !== null) {
    const look = placeStepLook(services.places, step.question, locale);
    return <PlaceStep {...{ locale, values, kept, look }} {...step} />;
  }
  return (
    <Home
      locale={locale}
      values={values}
      kept={kept}
      own={own}
      {...home}
      errors={shownErrors(locale, errors, values, today)}
      questions={openQuestions(errors, values)}
    />
  );
});

async function price(services: Services & { sender: string }, trip: TripRequest) {
  try {
    return { ok: true as const, quote: await quoteTrip(services, trip) };
  } catch (error) {
    const fieldError = tripFieldError(error);
    if (fieldError === null) throw error;
    return { ok: false as const, errors: [fieldError], answer: formAnswer(error) };
  }
}
