import { page } from "fresh";
import { askedEntity } from "../../../lib/board/books-page.ts";
import { answerFortnox, loadFortnox } from "../../../lib/board/fortnox-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FortnoxPage } from "../../../lib/ui/operator/bookkeeping/FortnoxPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const asked = await askedEntity(services, ctx.url.searchParams.get("entity"));
    return page(await loadFortnox(services, operatorOf(ctx.state), asked));
  },

  /** Connects the entity of the address, says where its vouchers go, or tries again. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const asked = await askedEntity(services, ctx.url.searchParams.get("entity") ?? "");
    const fault = await answerFortnox(services, asked, fields);
    if (fault === null) return ctx.redirect(paths.adminFortnox({ entity: asked.entity.id }), 303);
    return page(await loadFortnox(services, operator, { ...asked, fault }), { status: 422 });
  },
});

export default define.page<typeof handler>(FortnoxPage);
