import { page } from "fresh";
import { loadRegister } from "../../../lib/board/register-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { RegisterPage } from "../../../lib/ui/operator/compliance/RegisterPage.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await loadRegister(ctx.state.services, operatorOf(ctx.state))),
});

export default define.page<typeof handler>(RegisterPage);
