import { page } from "fresh";
import { loadDeadJobs, parseJobOutcome } from "../../../lib/board/dead-jobs.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { DeadJobsPage } from "../../../lib/ui/operator/jobs/DeadJobsPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const outcome = parseJobOutcome(ctx.url.searchParams.get("done"));
    return page({ ...await loadDeadJobs(ctx.state.services, operatorOf(ctx.state)), outcome });
  },
});

export default define.page<typeof handler>(DeadJobsPage);
