import { page } from "fresh";
import { loadAuditEntry } from "../../../../lib/board/audit-page.ts";
import { define } from "../../../../lib/http/define.ts";
import { operatorOf } from "../../../../lib/http/operator-form.ts";
import { AuditEntryPage } from "../../../../lib/ui/operator/audit/AuditEntryPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    return page(await loadAuditEntry(services, operatorOf(ctx.state), ctx.params.id ?? ""));
  },
});

export default define.page<typeof handler>(AuditEntryPage);
