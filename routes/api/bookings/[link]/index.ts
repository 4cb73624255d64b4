import { seeByLink } from "../../../../lib/privacy/see-by-link.ts";
import { visitorOf } from "../../../../lib/http/visitor-of.ts";
import { customerView } from "../../../../lib/booking/customer-view.ts";
import { define } from "../../../../lib/http/define.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const visitor = () => visitorOf(ctx.state, ctx.req);
    const { booking, events } = await seeByLink(services, ctx.params.link ?? "", visitor);
    const nowMs = services.clock.now().epochMilliseconds;
    return Response.json(customerView(booking, nowMs, events));
  },
});
