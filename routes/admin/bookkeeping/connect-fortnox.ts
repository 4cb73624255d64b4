import { askedEntity } from "../../../lib/board/books-page.ts";
import { fortnoxSignIn } from "../../../lib/board/fortnox-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";

export const handler = define.handlers({
  /** Leads to Fortnox. A link, not a form: the content policy lets forms go to ourselves alone. */
  async GET(ctx) {
    const { services } = ctx.state;
    const asked = await askedEntity(services, ctx.url.searchParams.get("entity"));
    const location = await fortnoxSignIn(services, operatorOf(ctx.state), asked);
    return new Response(null, { status: 303, headers: { location } });
  },
});
