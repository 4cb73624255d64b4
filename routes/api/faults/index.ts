import { DomainError } from "../../../lib/errors/domain-error.ts";
import { readJson } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { parseBody } from "../../../lib/http/parse-body.ts";
import { problemResponse } from "../../../lib/http/problem.ts";
import { senderOf } from "../../../lib/http/sender-of.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { faultReportSchema, readFaultReport } from "../../../lib/trail/fault-report.ts";
import { faultError, trailOf } from "../../../lib/trail/fault-rules.ts";
import { MAX_REPORT_BYTES } from "../../../lib/trail/trail.ts";

export const handler = define.handlers({
  /** Takes down what failed in a page, with the minute before it. */
  async POST(ctx) {
    const { services, locale, requestId } = ctx.state;
    const { errorHandler, reportLimit, sourcePlaces } = services;
    const body = parseBody(faultReportSchema, await readJson(ctx.req, MAX_REPORT_BYTES));
    const report = readFaultReport(body);
    const sender = senderOf(ctx);
    const retryAfterSeconds = Math.ceil(reportLimit.waitMs(sender) / 1_000);
    if (retryAfterSeconds > 0) {
      // Answered and not thrown: what is thrown becomes an incident itself.
      const refusal = new DomainError("too-many-tries", { retryAfterSeconds });
      return problemResponse(refusal, locale, requestId);
    }
    const places = await sourcePlaces.find(report.positions);
    const { reference } = await errorHandler.handleError(faultError(report, places), {
      operation: report.route,
      reference: requestId,
      userId: sender,
      trail: trailOf(report, places),
    });
    const { islandFailed } = textsFor(locale).errors;
    const text = report.kind === "island" ? islandFailed(reference) : "";
    return Response.json({ reference, text }, { status: 201 });
  },
});
