import { auditFile } from "../../../lib/board/audit-file.ts";
import { belowOf, readAuditQuery } from "../../../lib/board/audit-query.ts";
import { define } from "../../../lib/http/define.ts";
import { streamedFile } from "../../../lib/http/file-answer.ts";
import { auditCsv } from "../../../lib/ui/operator/audit/audit-files.ts";

export const handler = define.handlers({
  /** What was asked for as a table. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const { searchParams } = ctx.url;
    const file = await auditFile(services, readAuditQuery(searchParams), belowOf(searchParams));
    return streamedFile("csv", "granskning", auditCsv(locale, file));
  },
});
