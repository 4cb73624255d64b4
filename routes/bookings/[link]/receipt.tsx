// The receipt of a ride, and what else was made out for it, behind the link of its ticket.
import { page } from "fresh";
import { documentsByLink } from "../../../lib/bookkeeping/documents/documents-by-link.ts";
import { askOwner } from "../../../lib/http/ask-owner.ts";
import { define } from "../../../lib/http/define.ts";
import { ReceiptPage } from "../../../lib/ui/customer/receipt/ReceiptPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const asked = await askOwner(ctx);
    if (asked !== null) return asked;
    const { link = "" } = ctx.params;
    const id = ctx.url.searchParams.get("document");
    const found = await documentsByLink(ctx.state.services, link, id);
    const { booking, places, documents, shown } = found;
    return page({ booking, link, places, documents, shown });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ReceiptPage locale={state.locale} {...data} />
));
