import { page } from "fresh";
import { loadSecurity } from "../../../lib/board/security-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { SecurityPage } from "../../../lib/ui/operator/compliance/SecurityPage.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadSecurity(ctx.state.services, operatorOf(ctx.state))),
});

export default define.page<typeof handler>(SecurityPage);
