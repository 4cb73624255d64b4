import { page } from "fresh";
import { define } from "../../lib/http/define.ts";
import { loadBoardPage } from "../../lib/board/board-page-data.ts";
import { readBoardQuery } from "../../lib/board/board-query.ts";
import { operatorOf } from "../../lib/http/operator-form.ts";
import { BoardPage } from "../../lib/ui/operator/frame/BoardPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const query = readBoardQuery(ctx.url.searchParams, services.clock.now());
    return page(await loadBoardPage(services, operatorOf(ctx.state), query));
  },
});

export default define.page<typeof handler>(BoardPage);
