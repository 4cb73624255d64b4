// What is kept of a person with an account, and what they ask of it.
import { page } from "fresh";
import { makeFormToken } from "../../../../lib/accounts/form-token.ts";
import type { State } from "../../../../lib/http/define.ts";
import { define } from "../../../../lib/http/define.ts";
import { readPersonForm, signedInOf } from "../../../../lib/http/person-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { visitorOfPerson } from "../../../../lib/privacy/visitor.ts";
import {
  actOnPrivacy,
  PRIVACY_ANSWERED,
} from "../../../../lib/ui/customer/privacy/act-on-privacy.ts";
import {
  privacyCentreData,
  type PrivacyMore,
} from "../../../../lib/ui/customer/privacy/privacy-centre-data.ts";
import { PrivacyCentrePage } from "../../../../lib/ui/customer/privacy/PrivacyCentrePage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await dataOf(ctx.state, { done: ctx.url.searchParams.get("done") }));
  },

  async POST(ctx) {
    const { services, locale } = ctx.state;
    const fields = await readPersonForm(ctx.state, ctx.req, PRIVACY_ANSWERED);
    const visitor = await visitorOfPerson(services, signedInOf(ctx.state));
    const answer = await actOnPrivacy(services, visitor, fields, locale);
    if (answer.kind === "done") {
      return ctx.redirect(paths.privacyCentre({ done: answer.done }), 303);
    }
    if (answer.kind === "prove") {
      return ctx.redirect(paths.signInConfirm({ next: paths.privacyCentre() }), 303);
    }
    return page(await dataOf(ctx.state, answer), { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PrivacyCentrePage locale={state.locale} data={data} />
));

async function dataOf(state: State, more: PrivacyMore) {
  const { services } = state;
  const signedIn = signedInOf(state);
  const formToken = await makeFormToken(signedIn.session, services.randomBytes);
  const who = { person: signedIn.person, reach: null, formToken };
  return await privacyCentreData(services, await visitorOfPerson(services, signedIn), who, more);
}
