import { page } from "fresh";
import { returned } from "../../lib/board/fortnox-page.ts";
import { define } from "../../lib/http/define.ts";
import { FortnoxReturn } from "../../lib/ui/operator/bookkeeping/FortnoxReturn.tsx";

export const handler = define.handlers({
  /** Does nothing yet: the form it shows takes what came to the books, with the token of the session that asked. */
  GET({ url: { searchParams } }) {
    const code = searchParams.get("code") ?? "";
    return page({ code, ...returned(searchParams.get("state") ?? "") });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => (
  <FortnoxReturn locale={state.locale} url={url} {...data} />
));
