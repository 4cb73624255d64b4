import { define } from "../lib/http/define.ts";
import { ENDING, healthDocument } from "../lib/health/health-document.ts";

/**
 * Says that the process answers, or that it is about to end: a proxy then holds what is new until the next one. How its
 * parts were seen last stands beside it and decides nothing: no restart mends a full disk.
 */
export const handler = define.handlers({
  GET(ctx) {
    const { shutdown, health } = ctx.state.services;
    const isEnding = shutdown.aborted;
    return Response.json({
      ...healthDocument(health.known()),
      ...(isEnding ? ENDING : { status: "pass" }),
    }, {
      status: isEnding ? 503 : 200,
      headers: { "content-type": "application/health+json", "cache-control": "no-store" },
    });
  },
});
