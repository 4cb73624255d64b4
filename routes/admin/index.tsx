import { page } from "fresh";
import { define } from "../../lib/http/define.ts";
import { loadBoard, readBoardQuery } from "../../lib/http/admin/board-data.ts";
import { OperatorPage } from "../../lib/ui/board/OperatorPage.tsx";
import DayBoard from "../../islands/DayBoard.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const query = readBoardQuery(ctx.url.searchParams, ctx.state.services.clock.now());
    return page(await loadBoard(ctx.state, query));
  },
});

export default define.page<typeof handler>(({ data, state, url }) => (
  <OperatorPage
    locale={state.locale}
    operator={state.operator}
    nowMs={data.day.nowMs}
    url={url}
    date={data.day.date}
    formToken={data.formToken}
  >
    <DayBoard locale={state.locale} {...data} />
  </OperatorPage>
));
