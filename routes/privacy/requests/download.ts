// Everything that is kept under a number or an address, as a file for the guest who has just shown that it is theirs.
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { guestOf } from "../../../lib/http/guest-of.ts";
import { ownDataFile } from "../../../lib/http/own-data-file.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { visitorOfGuest } from "../../../lib/privacy/visitor.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect(paths.guestPrivacy(), 303),

  async POST(ctx) {
    await readForm(ctx.req);
    if (ctx.state.signedIn !== null) return ctx.redirect(paths.privacyCentre(), 303);
    const proven = await guestOf(ctx.state, ctx.req);
    const visitor = proven === null ? null : await visitorOfGuest(ctx.state.services, proven);
    if (visitor?.isFresh) return await ownDataFile(ctx.state, visitor);
    return ctx.redirect(paths.signInSend({ next: paths.guestPrivacy() }), 303);
  },
});
