import { page } from "fresh";
import { define } from "../../../../lib/http/define.ts";
import { SecurityPage } from "../../../../lib/ui/customer/account/SecurityPage.tsx";
import { securityPageData } from "../../../../lib/ui/customer/account/security-page-data.ts";
import { signedInOf } from "../../../../lib/http/person-form.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const done = ctx.url.searchParams.get("done");
    const signedIn = signedInOf(ctx.state);
    return page(await securityPageData(ctx.state.services, signedIn, { done }));
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <SecurityPage locale={state.locale} data={data} />
));
