// The start page: where from, where to, when.
import { page } from "fresh";
import { formFields } from "../lib/forms/form-fields.ts";
import { define } from "../lib/http/define.ts";
import { readSignedIn } from "../lib/http/middleware/operator-session.ts";
import { Home } from "../lib/ui/customer/home/Home.tsx";
import { homeData } from "../lib/ui/customer/home/home-data.ts";
import { ownPlaceOffers } from "../lib/ui/customer/trip/own-place-offers.ts";
import { agreedTrip, emptyTrip, prefilled } from "../lib/trip/trip-values.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const query = formFields(ctx.url.searchParams);
    const written = prefilled(emptyTrip(services.clock.now()), query);
    const values = agreedTrip(services.places, written);
    const mayRestoreDraft = !query.has("from") && !query.has("to");
    const signedIn = await readSignedIn(ctx.state, ctx.req);
    const own = await ownPlaceOffers(services, signedIn, locale);
    return page({ values, mayRestoreDraft, own, ...await homeData(services, locale) });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Home locale={state.locale} {...data} />
));
