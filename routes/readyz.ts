import { define } from "../lib/http/define.ts";

/**
 * Says whether the product can take bookings: the process must not be about to end, and the database must accept a
 * write. A warning is what bookings can be
 * taken in spite of: a doubtful clock, faults that nobody caught, a service of others that something stands in for.
 */
export const handler = define.handlers({
  async GET(ctx) {
    const { services, log } = ctx.state;
    // Said before anything is closed: whoever shares requests out goes by this or by /livez.
    const ending = services.shutdown.aborted ? { process: "fail" } : {};
    const trouble = await services.readiness();
    const database = trouble === null ? "pass" : "fail";
    if (trouble !== null) log.warn("not ready", { code: "database" });
    const clock = services.clockWatch.isTrusted() ? "pass" : "warn";
    const faults = services.lastResort.areMany() ? "warn" : "pass";
    const outside = services.dependencies.states().map(({ name, state }) =>
      [name, state === "closed" ? "pass" : "warn"] as const
    );
    const checks = { ...ending, database, clock, faults, ...Object.fromEntries(outside) };
    const status = ["fail", "warn"].find((bad) => Object.values(checks).includes(bad)) ?? "pass";
    return Response.json({ status, checks }, {
      status: status === "fail" ? 503 : 200,
      headers: { "content-type": "application/health+json", "cache-control": "no-store" },
    });
  },
});
