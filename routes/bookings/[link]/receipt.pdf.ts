// A document of a ride as its file: the bytes it was archived with.
import { fileNameOf } from "../../../lib/bookkeeping/documents/document-store.ts";
import { documentsByLink } from "../../../lib/bookkeeping/documents/documents-by-link.ts";
import { askOwner } from "../../../lib/http/ask-owner.ts";
import { define } from "../../../lib/http/define.ts";
import { paths } from "../../../lib/kernel/paths.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const asked = await askOwner(ctx);
    if (asked !== null) return asked;
    const { services } = ctx.state;
    const id = ctx.url.searchParams.get("document");
    const { link = "" } = ctx.params;
    const { shown } = await documentsByLink(services, link, id);
    // The page says why there is none.
    if (shown === null) return ctx.redirect(paths.bookingReceipt(link), 303);
    return new Response(await services.documents.bytesOf(shown), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${fileNameOf(shown, "pdf")}"`,
      },
    });
  },
});
