import { define } from "../../../lib/http/define.ts";

export const handler = define.handlers({
  /** When vehicles are out of traffic; those that never were are left out. */
  async GET(ctx) {
    return Response.json({ vehicles: await ctx.state.services.schedules.outages.all() });
  },
});
