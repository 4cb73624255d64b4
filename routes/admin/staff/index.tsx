import { page } from "fresh";
import { checkInvitation, invitePerson } from "../../../lib/accounts/invite-person.ts";
import { loadStaff } from "../../../lib/board/staff-page.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { StaffPage } from "../../../lib/ui/operator/staff/StaffPage.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadStaff(ctx.state.services, operatorOf(ctx.state))),

  /** Invites somebody; the link is shown once, on this answer. */
  async POST(ctx) {
    const { services, locale, log } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const text = (name: string) => (fields.get(name) ?? "").slice(0, MAX_ECHO);
    const values = { name: text("name"), email: text("email"), role: text("role") };
    const checked = checkInvitation(values, locale);
    if (!checked.ok) {
      const { errors } = checked;
      return page(await loadStaff(services, operator, { values, errors }), { status: 422 });
    }
    const by = { kind: "person", id: operator.personId, name: operator.operatorName } as const;
    try {
      const token = await invitePerson({ ...services, log }, { ...checked.value, by });
      const address = services.config.origin + paths.enter(token);
      const invitation = { name: checked.value.name, address };
      return page(await loadStaff(services, operator, { invitation }));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "address-taken") throw error;
      const errors = [{ field: "email", code: "emailTaken" }] as const;
      return page(await loadStaff(services, operator, { values, errors }), { status: 409 });
    }
  },
});

/** Longest text given back in a field, in characters. */
const MAX_ECHO = 254;

export default define.page<typeof handler>(StaffPage);
