// Takes an account at others away from a person's own.
import { unlinkIdentity } from "../../../../lib/accounts/identity/link-identity.ts";
import { isFresh } from "../../../../lib/accounts/session-rules.ts";
import { define } from "../../../../lib/http/define.ts";
import { readPersonForm, signedInOf } from "../../../../lib/http/person-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect(paths.security(), 303),

  async POST(ctx) {
    const { services } = ctx.state;
    const { session, person } = signedInOf(ctx.state);
    const fields = await readPersonForm(ctx.state, ctx.req);
    if (!isFresh(session, services.clock.now())) {
      return ctx.redirect(paths.signInConfirm({ next: paths.security() }), 303);
    }
    const isGone = await unlinkIdentity(services, person, fields.get("identity") ?? "");
    return ctx.redirect(paths.security({ done: isGone ? "unlinked" : "last-way" }), 303);
  },
});
