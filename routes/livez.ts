import { define } from "../lib/http/define.ts";

/** Says that the process answers, or that it is about to end: a proxy then holds what is new until the next one. */
export const handler = define.handlers({
  GET(ctx) {
    const isEnding = ctx.state.services.shutdown.aborted;
    return Response.json({ status: isEnding ? "fail" : "pass" }, {
      status: isEnding ? 503 : 200,
      headers: { "content-type": "application/health+json", "cache-control": "no-store" },
    });
  },
});
