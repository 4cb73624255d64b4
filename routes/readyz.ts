import { define } from "../lib/http/define.ts";

/** Says whether the product can take bookings: the database must accept a write. */
export const handler = define.handlers({
  async GET(ctx) {
    const { services, log } = ctx.state;
    const trouble = await services.readiness();
    const status = trouble === null ? "pass" : "fail";
    if (trouble !== null) log.warn("not ready", { code: "database" });
    const body = { status, checks: { database: status } };
    return Response.json(body, {
      status: trouble === null ? 200 : 503,
      headers: { "content-type": "application/health+json", "cache-control": "no-store" },
    });
  },
});
