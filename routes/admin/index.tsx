import { page } from "fresh";
import { define } from "../../lib/http/define.ts";
import { loadBoard } from "../../lib/board/board-data.ts";
import { readBoardQuery } from "../../lib/board/board-query.ts";
import { operatorOf } from "../../lib/http/operator-form.ts";
import { OperatorPage } from "../../lib/ui/operator/frame/OperatorPage.tsx";
import DayBoard from "../../islands/DayBoard.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const query = readBoardQuery(ctx.url.searchParams, services.clock.now());
    return page(await loadBoard(services, operatorOf(ctx.state), query));
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
