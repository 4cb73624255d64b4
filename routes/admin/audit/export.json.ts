import { auditFile } from "../../../lib/board/audit-file.ts";
import { belowOf, readAuditQuery } from "../../../lib/board/audit-query.ts";
import { define } from "../../../lib/http/define.ts";
import { streamedFile } from "../../../lib/http/file-answer.ts";
import { auditJson } from "../../../lib/ui/operator/audit/audit-files.ts";

export const handler = define.handlers({
  /** What was asked for, each entry as it was hashed, with the newest checkpoint. */
  async GET(ctx) {
    const { services } = ctx.state;
    const { searchParams } = ctx.url;
    const file = await auditFile(services, readAuditQuery(searchParams), belowOf(searchParams));
    const { verifierKey } = services.auditSigner;
    const checkpoint = await services.auditAppender.newestCheckpoint();
    return streamedFile("json", "granskning", auditJson(file, { verifierKey, checkpoint }));
  },
});
