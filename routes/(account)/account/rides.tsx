// A person's own rides; what they booked as a guest is taken over from here.
import { page } from "fresh";
import { makeFormToken } from "../../../lib/accounts/form-token.ts";
import { guestBookings, takeOverBookings } from "../../../lib/booking/booking-owners.ts";
import { define } from "../../../lib/http/define.ts";
import { readPersonForm, signedInOf } from "../../../lib/http/person-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { protectTakenOver } from "../../../lib/privacy/own-veil.ts";
import { visitorOfPerson } from "../../../lib/privacy/visitor.ts";
import { reachesOf, ridesData } from "../../../lib/ui/customer/account/rides-page-data.ts";
import { RidesPage } from "../../../lib/ui/customer/account/RidesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const { person, session } = signedInOf(ctx.state);
    const { searchParams } = ctx.url;
    const [rides, asGuest, formToken] = await Promise.all([
      ridesData(services, [{ kind: "person", at: person.id }], searchParams.get("before")),
      guestBookings(services, person.id, reachesOf(person)),
      makeFormToken(session, services.randomBytes),
    ]);
    const isTakenOver = searchParams.get("done") === "taken-over";
    return page({ rides, asGuest: asGuest.length, isTakenOver, formToken });
  },

  async POST(ctx) {
    const { services } = ctx.state;
    await readPersonForm(ctx.state, ctx.req);
    const { person } = signedInOf(ctx.state);
    await takeOverBookings(services, person.id, reachesOf(person));
    await protectTakenOver(services, await visitorOfPerson(services, signedInOf(ctx.state)));
    return ctx.redirect(paths.rides({ done: "taken-over" }), 303);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <RidesPage locale={state.locale} data={data} />
));
