import { page } from "fresh";
import { changePerson } from "../../../lib/accounts/change-person.ts";
import { readPersonCommand } from "../../../lib/accounts/person-command.ts";
import { loadStaffPerson, staffProblem } from "../../../lib/board/staff-page.ts";
import { statusOf } from "../../../lib/http/error-status.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { StaffPersonPage } from "../../../lib/ui/operator/staff/StaffPersonPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { personId = "" } = ctx.params;
    return page(await loadStaffPerson(ctx.state.services, operatorOf(ctx.state), personId));
  },

  /** Gives or takes a role, blocks, or lifts a block. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { personId: id = "" } = ctx.params;
    const operator = operatorOf(ctx.state);
    const command = readPersonCommand(await readOperatorForm(ctx.state, ctx.req));
    const by = { kind: "person", id: operator.personId, name: operator.operatorName } as const;
    try {
      await changePerson(services, { id, command }, by);
      return ctx.redirect(paths.adminPerson(id), 303);
    } catch (error) {
      const problem = staffProblem(error);
      const data = await loadStaffPerson(services, operator, id, problem);
      return page(data, { status: statusOf(problem) });
    }
  },
});

export default define.page<typeof handler>(StaffPersonPage);
