import { page } from "fresh";
import {
  checkDriverInvitation,
  checkInvitation,
  invitePerson,
} from "../../../lib/accounts/invite-person.ts";
import { loadStaff } from "../../../lib/board/staff-page.ts";
import { CENTRAL } from "../../../lib/accounts/role.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import type { Locale } from "../../../lib/kernel/locale.ts";
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
    const checked = fields.has("driver")
      ? await checkDriver(services, fields, locale)
      : checkInvitation(values, locale);
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

/** The invitation of a driver, as the fleet knows them. */
async function checkDriver(
  { fleet }: Services,
  fields: ReadonlyMap<string, string>,
  locale: Locale,
) {
  const { drivers, vehicles } = await fleet.all();
  const driver = drivers.find(({ id }) => id === fields.get("driver"));
  const holderId = vehicles.find(({ id }) => id === driver?.vehicleId)?.holderId || CENTRAL;
  const email = (fields.get("driverEmail") ?? "").slice(0, MAX_ECHO);
  const known = driver && { id: driver.id, name: driver.name, holderId };
  return checkDriverInvitation({ email }, known, locale);
}

/** Longest text given back in a field, in characters. */
const MAX_ECHO = 254;

export default define.page<typeof handler>(StaffPage);
