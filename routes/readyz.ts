import { define } from "../lib/http/define.ts";
import { healthDocument } from "../lib/health/health-document.ts";

/**
 * Says whether the product can take bookings: the database must accept a write. A warning is what bookings can be
 * taken in spite of: a doubtful clock, faults that nobody caught, a service of others that something stands in for.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { services, log } = ctx.state;
    const document = healthDocument(await services.health.look());
    if (document.status === "fail") log.warn("not ready", { code: "database" });
    return Response.json(document, {
      status: document.status === "fail" ? 503 : 200,
      headers: { "content-type": "application/health+json", "cache-control": "no-store" },
    });
  },
});
