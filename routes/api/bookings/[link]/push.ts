import { readJson } from "../../../../lib/http/body.ts";
import { define } from "../../../../lib/http/define.ts";
import { parseBody } from "../../../../lib/http/parse-body.ts";
import { followBooking, followInput } from "../../../../lib/push/follow-booking.ts";

export const handler = define.handlers({
  /** A browser follows the booking, or no longer. */
  async POST(ctx) {
    const input = parseBody(followInput, await readJson(ctx.req));
    await followBooking(ctx.state.services, ctx.params.link ?? "", input);
    return new Response(null, { status: 204 });
  },
});
