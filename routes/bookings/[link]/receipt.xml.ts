// An invoice or a credit note of a ride as an electronic one, for buyers who take those alone.
import { documentsByLink } from "../../../lib/bookkeeping/documents/documents-by-link.ts";
import { fileNameOf } from "../../../lib/bookkeeping/documents/document-store.ts";
import { peppolDocument } from "../../../lib/bookkeeping/documents/peppol-document.ts";
import { askOwner } from "../../../lib/http/ask-owner.ts";
import { define } from "../../../lib/http/define.ts";
import { paths } from "../../../lib/kernel/paths.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const asked = await askOwner(ctx);
    if (asked !== null) return asked;
    const id = ctx.url.searchParams.get("document");
    const { link = "" } = ctx.params;
    const { shown } = await documentsByLink(ctx.state.services, link, id);
    const text = shown === null ? null : peppolDocument(shown.content);
    if (shown === null || text === null) return ctx.redirect(paths.bookingReceipt(link), 303);
    return new Response(text, {
      headers: {
        "content-type": "application/xml; charset=utf-8",
        "content-disposition": `attachment; filename="${fileNameOf(shown, "xml")}"`,
      },
    });
  },
});
