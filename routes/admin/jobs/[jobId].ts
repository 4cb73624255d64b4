import { invalidFields, RequestError } from "../../../lib/errors/request-error.ts";
import type { JobOutcome } from "../../../lib/board/dead-jobs.ts";
import { define } from "../../../lib/http/define.ts";
import { readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { isJobId } from "../../../lib/kv/job.ts";
import { dropDeadJob, retryDeadJob } from "../../../lib/kv/dead-jobs.ts";

export const handler = define.handlers({
  /** Where reloading a refused form leads. */
  GET: (ctx) => ctx.redirect(paths.adminJobs(), 303),

  /** Has a dead job tried again, or drops it; whoever comes second is told that it is done. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { jobId = "" } = ctx.params;
    const fields = await readOperatorForm(ctx.state, ctx.req);
    if (!isJobId(jobId)) throw new RequestError("not-found", {});
    const action = fields.get("action");
    if (action !== "retry" && action !== "drop") {
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
    }
    const [act, outcome] = action === "retry"
      ? [retryDeadJob, "retried"] as const
      : [dropDeadJob, "dropped"] as const;
    const done: JobOutcome = await act(services, jobId) ? outcome : "already";
    return ctx.redirect(paths.adminJobs({ done }), 303);
  },
});
