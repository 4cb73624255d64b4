import { define } from "../../../../lib/http/define.ts";
import { listDeadJobs } from "../../../../lib/kv/dead-jobs.ts";

export const handler = define.handlers({
  /** Jobs that failed too often and wait for a person, the oldest first. */
  async GET(ctx) {
    return Response.json(await listDeadJobs(ctx.state.services));
  },
});
