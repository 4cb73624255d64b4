// The places a person keeps: home, work, and others by a name of their own.
import { page } from "fresh";
import { define } from "../../../lib/http/define.ts";
import { readPersonForm, signedInOf } from "../../../lib/http/person-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { actOnPlaces } from "../../../lib/ui/customer/account/act-on-places.ts";
import { ownPlacesData } from "../../../lib/ui/customer/account/own-places-data.ts";
import { OwnPlacesPage } from "../../../lib/ui/customer/account/OwnPlacesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const done = ctx.url.searchParams.get("done");
    return page(await ownPlacesData(ctx.state.services, signedInOf(ctx.state), { done }));
  },

  async POST(ctx) {
    const { services, locale } = ctx.state;
    const fields = await readPersonForm(ctx.state, ctx.req, ["name", "place"]);
    const signedIn = signedInOf(ctx.state);
    const answer = await actOnPlaces(services, signedIn.person.id, fields, locale);
    if (answer.kind === "done") return ctx.redirect(paths.ownPlaces({ done: answer.done }), 303);
    const data = await ownPlacesData(services, signedIn, answer);
    return page(data, { status: answer.kind === "begun" ? 200 : 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <OwnPlacesPage locale={state.locale} data={data} />
));
