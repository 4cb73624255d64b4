import { page } from "fresh";
import { loadSettlements } from "../../../lib/board/settlements-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { SettlementsPage } from "../../../lib/ui/operator/settlement/SettlementsPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    return page(await loadSettlements(ctx.state.services, operatorOf(ctx.state)));
  },
});

export default define.page<typeof handler>(SettlementsPage);
