import { page } from "fresh";
import { assertMay } from "../../../lib/accounts/assert-may.ts";
import {
  liftProtection,
  loadProtected,
  lookUp,
  protectIdentity,
} from "../../../lib/board/protected-page.ts";
import { invalidFields } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { ProtectedPage } from "../../../lib/ui/operator/protection/ProtectedPage.tsx";

/** Longest text of a field that is given back, in characters. */
const MAX_ECHO = 1_000;

export const handler = define.handlers({
  async GET({ state, url }) {
    const who = (url.searchParams.get("booking") ?? "").slice(0, MAX_ECHO);
    const said = url.searchParams.get("done");
    const done = said === "set" || said === "lifted" ? said : null;
    const operator = operatorOf(state);
    return page(
      await loadProtected(state.services, operator, { values: { who, reason: "" }, done }),
    );
  },

  /** Protects somebody, lifts a protection, or looks up whose bookings a number has. */
  async POST({ state, req, redirect }) {
    const { services } = state;
    const operator = operatorOf(state);
    const fields = await readOperatorForm(state, req);
    const text = (name: string) => (fields.get(name) ?? "").slice(0, MAX_ECHO);
    const values = { who: text("who"), reason: text("reason") };
    switch (fields.get("act")) {
      case "set": {
        const fault = await protectIdentity(services, operator, values);
        if (fault === null) return redirect(paths.adminProtected({ done: "set" }), 303);
        return page(await loadProtected(services, operator, { values, fault }), { status: 422 });
      }
      case "lift": {
        assertMay(operator, "unveil-identities");
        const wish = { id: text("veil"), reason: values.reason };
        const fault = await liftProtection(services, operator, wish);
        if (fault === null) return redirect(paths.adminProtected({ done: "lifted" }), 303);
        return page(await loadProtected(services, operator, { fault }), { status: 422 });
      }
      case "find": {
        assertMay(operator, "unveil-identities");
        const found = await lookUp(services, values.who);
        if (found === null) {
          const fault = "no-one" as const;
          return page(await loadProtected(services, operator, { fault }), { status: 422 });
        }
        const { marks: subjects, bookings } = found;
        await services.audit.read({ what: "look-up of an identity", subjects, count: 1 });
        return page(await loadProtected(services, operator, { found: bookings }));
      }
      default:
        throw invalidFields([{ field: "act", code: "not-an-option" }]);
    }
  },
});

export default define.page<typeof handler>(ProtectedPage);
