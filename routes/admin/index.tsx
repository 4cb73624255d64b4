import { page } from "fresh";
import { define } from "../../lib/http/define.ts";
import { loadBoardPage } from "../../lib/board/board-page-data.ts";
import { readBoardQuery } from "../../lib/board/board-query.ts";
import { loadPageAct } from "../../lib/board/page-act.ts";
import { operatorOf } from "../../lib/http/operator-form.ts";
import { BoardPage } from "../../lib/ui/operator/frame/BoardPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const query = readBoardQuery(ctx.url.searchParams, services.clock.now());
    const [data, act] = await Promise.all([
      loadBoardPage(services, operatorOf(ctx.state), query),
      loadPageAct(services, ctx.url.searchParams),
    ]);
    return page({ ...data, act });
  },
});

export default define.page<typeof handler>(BoardPage);
