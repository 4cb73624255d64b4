import { deadJobInput } from "../../../../lib/api/operator-inputs.ts";
import { RequestError } from "../../../../lib/errors/request-error.ts";
import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";
import { dropDeadJob, retryDeadJob } from "../../../../lib/kv/dead-jobs.ts";

export const handler = define.handlers({
  /** Has a dead job tried again at once, or drops it for good. */
  async POST(ctx) {
    const { services } = ctx.state;
    const { type } = parseBody(deadJobInput, await readJson(ctx.req));
    const act = type === "retry" ? retryDeadJob : dropDeadJob;
    if (!await act(services, ctx.params.jobId ?? "")) {
      throw new RequestError("not-found", {});
    }
    return new Response(null, { status: 204 });
  },
});
