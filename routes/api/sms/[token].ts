import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { parseBody } from "../../../lib/http/parse-body.ts";
import { smsReport, takeSmsReport } from "../../../lib/sms/take-report.ts";

export const handler = define.handlers({
  /** Where the text message service reports what became of a message. */
  async POST(ctx) {
    const fields = Object.fromEntries(await readForm(ctx.req));
    await takeSmsReport(ctx.state.services, ctx.params.token ?? "", parseBody(smsReport, fields));
    return new Response(null, { status: 204 });
  },
});
