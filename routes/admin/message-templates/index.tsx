import { page } from "fresh";
import { loadTemplates } from "../../../lib/board/messages-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { TemplatesPage } from "../../../lib/ui/operator/messages/TemplatesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await loadTemplates(ctx.state.services, operatorOf(ctx.state)));
  },
});

export default define.page<typeof handler>(TemplatesPage);
