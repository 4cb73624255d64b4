// What is kept under a number or an address that a guest has shown to be theirs, and what they ask of it.
import { page } from "fresh";
import type { ProvenReach } from "../../../lib/accounts/guest-proof.ts";
import type { State } from "../../../lib/http/define.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { guestOf } from "../../../lib/http/guest-of.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { visitorOfGuest } from "../../../lib/privacy/visitor.ts";
import { actOnPrivacy, PRIVACY_ANSWERED } from "../../../lib/ui/customer/privacy/act-on-privacy.ts";
import {
  privacyCentreData,
  type PrivacyMore,
} from "../../../lib/ui/customer/privacy/privacy-centre-data.ts";
import { PrivacyCentrePage } from "../../../lib/ui/customer/privacy/PrivacyCentrePage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    if (ctx.state.signedIn !== null) return ctx.redirect(paths.privacyCentre(), 303);
    const proven = await guestOf(ctx.state, ctx.req);
    if (proven === null) return ctx.redirect(askCode(), 303);
    const done = ctx.url.searchParams.get("done");
    return page(await dataOf(ctx.state, proven, { done }));
  },

  async POST(ctx) {
    const { services, locale, signedIn } = ctx.state;
    const fields = await readForm(ctx.req, PRIVACY_ANSWERED);
    if (signedIn !== null) return ctx.redirect(paths.privacyCentre(), 303);
    const proven = await guestOf(ctx.state, ctx.req);
    if (proven === null) return ctx.redirect(askCode(), 303);
    const visitor = await visitorOfGuest(services, proven);
    const answer = await actOnPrivacy(services, visitor, fields, locale);
    if (answer.kind === "done") return ctx.redirect(paths.guestPrivacy({ done: answer.done }), 303);
    if (answer.kind === "prove") return ctx.redirect(askCode(), 303);
    return page(await dataOf(ctx.state, proven, answer), { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PrivacyCentrePage locale={state.locale} data={data} />
));

function askCode(): string {
  return paths.signInSend({ next: paths.guestPrivacy() });
}

async function dataOf({ services }: State, proven: ProvenReach, more: PrivacyMore) {
  const who = { person: null, reach: proven.reach, formToken: "" };
  return await privacyCentreData(services, await visitorOfGuest(services, proven), who, more);
}
