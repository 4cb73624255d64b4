// Everything that is kept of a person, as a file for who has just shown who they are.
import { define } from "../../../../lib/http/define.ts";
import { ownDataFile } from "../../../../lib/http/own-data-file.ts";
import { readPersonForm, signedInOf } from "../../../../lib/http/person-form.ts";
import { paths } from "../../../../lib/kernel/paths.ts";
import { visitorOfPerson } from "../../../../lib/privacy/visitor.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect(paths.privacyCentre(), 303),

  async POST(ctx) {
    await readPersonForm(ctx.state, ctx.req);
    const visitor = await visitorOfPerson(ctx.state.services, signedInOf(ctx.state));
    if (visitor.isFresh) return await ownDataFile(ctx.state, visitor);
    return ctx.redirect(paths.signInConfirm({ next: paths.privacyCentre() }), 303);
  },
});
