import { page } from "fresh";
import { loadMoney } from "../../../lib/board/money-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { MoneyPage } from "../../../lib/ui/operator/money/MoneyPage.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadMoney(ctx.state.services, operatorOf(ctx.state))),
});

export default define.page<typeof handler>(MoneyPage);
