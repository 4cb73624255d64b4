import { page } from "fresh";
import { loadDataRequests } from "../../../lib/board/data-requests-page.ts";
import { requestFiltersIn } from "../../../lib/board/request-filters.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { DataRequestsPage } from "../../../lib/ui/operator/data-requests/DataRequestsPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { searchParams } = ctx.url;
    const show = searchParams.get("show") === "all" ? "all" : "open";
    const filters = requestFiltersIn(searchParams);
    const cursor = searchParams.get("cursor") ?? "";
    const asked = { show, before: searchParams.get("before"), filters, cursor } as const;
    return page(await loadDataRequests(ctx.state.services, operatorOf(ctx.state), asked));
  },
});

export default define.page<typeof handler>(DataRequestsPage);
