import { define } from "../lib/http/define.ts";
import { databaseAnswers } from "../lib/kv/probe.ts";

/** Says whether the product can take bookings: the database must accept a write. */
export const handler = define.handlers({
  async GET(ctx) {
    const ready = await databaseAnswers(ctx.state.services.db);
    const body = { status: ready ? "pass" : "fail", checks: { database: ready ? "pass" : "fail" } };
    return Response.json(body, {
      status: ready ? 200 : 503,
      headers: { "content-type": "application/health+json", "cache-control": "no-store" },
    });
  },
});
