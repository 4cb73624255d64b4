import { define } from "../lib/http/define.ts";
import { ENDING, healthDocument } from "../lib/health/health-document.ts";

/**
 * Says whether the product can take bookings: the process must not be about to end, and the database must accept a
 * write. A warning is what bookings can be taken in spite of: a doubtful clock, faults that nobody caught, a service of
 * others that something stands in for.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { services, log } = ctx.state;
    const parts = healthDocument(await services.health.look());
    if (parts.status === "fail") log.warn("not ready", { code: "database" });
    // Said before anything is closed: whoever shares requests out goes by this or by /livez.
    const document = services.shutdown.aborted ? { ...parts, ...ENDING } : parts;
    return Response.json(document, {
      status: document.status === "fail" ? 503 : 200,
      headers: { "content-type": "application/health+json", "cache-control": "no-store" },
    });
  },
});
