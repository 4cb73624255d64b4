import { addressAfter } from "../../../lib/board/page-act.ts";
import { actionProblem } from "../../../lib/board/operator-action.ts";
import { operatorActor } from "../../../lib/board/operator-actor.ts";
import { actId } from "../../../lib/booking/operator-act.ts";
import { undoAct } from "../../../lib/booking/undo-act.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { define } from "../../../lib/http/define.ts";
import { errorAnswer } from "../../../lib/http/error-status.ts";
import { paths } from "../../../lib/kernel/paths.ts";

export const handler = define.handlers({
  /** Where reloading or a bookmark leads. */
  GET: (ctx) => ctx.redirect(paths.admin(), 303),

  /** Takes an act back without script; the page it leads to says what came of it. */
  async POST(ctx) {
    const { services } = ctx.state;
    const id = actId(ctx.params.actId ?? "");
    await readOperatorForm(ctx.state, ctx.req);
    const actor = operatorActor(operatorOf(ctx.state));
    let refused = "";
    try {
      await undoAct(services, { id, actor });
    } catch (error) {
      const { status, code } = errorAnswer(error);
      if (status >= 500 || actionProblem(code) === "other") throw error;
      refused = code;
    }
    return ctx.redirect(await addressAfter(services, id, refused), 303);
  },
});
