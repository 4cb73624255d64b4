import { page } from "fresh";
import { loadAudit } from "../../../lib/board/audit-page.ts";
import { belowOf, readAuditQuery } from "../../../lib/board/audit-query.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { AuditPage } from "../../../lib/ui/operator/audit/AuditPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const { searchParams } = ctx.url;
    const query = readAuditQuery(searchParams);
    return page(
      await loadAudit(services, operatorOf(ctx.state), query, belowOf(searchParams)),
    );
  },
});

export default define.page<typeof handler>(AuditPage);
