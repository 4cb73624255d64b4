// Ends the session, with us and in the browser.
import { clearedSessionCookie } from "../../lib/accounts/session-cookie.ts";
import { secureCookies } from "../../lib/assembly/settings.ts";
import { define } from "../../lib/http/define.ts";
import { readPersonForm, signedInOf } from "../../lib/http/person-form.ts";
import { paths } from "../../lib/kernel/paths.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { services } = ctx.state;
    await readPersonForm(ctx.state, ctx.req);
    await services.sessions.end(signedInOf(ctx.state).session.id);
    const response = ctx.redirect(paths.signedOut(), 303);
    response.headers.append("set-cookie", clearedSessionCookie(secureCookies(services.config)));
    // Cookies are cleared by name above: clearing all of them would forget the chosen language.
    response.headers.set("clear-site-data", '"cache", "storage"');
    return response;
  },
});
