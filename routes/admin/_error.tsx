import { page } from "fresh";
import { define } from "../../lib/http/define.ts";
import { OperatorErrorPage } from "../../lib/ui/operator/frame/OperatorErrorPage.tsx";
import { errorAnswer } from "../../lib/http/error-status.ts";

export const handler = define.handlers((ctx) =>
  page({ status: errorAnswer(ctx.error).status }, { headers: { "cache-control": "no-store" } })
);

export default define.page<typeof handler>(({ data, state, url }) => (
  <OperatorErrorPage
    locale={state.locale}
    url={url}
    status={data.status}
    requestId={state.requestId}
  />
));
