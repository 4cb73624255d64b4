// A document of the archive for who keeps the books: the bytes it was archived with.
import { showBuyers } from "../../../lib/board/invoices-page.ts";
import { fileNameOf } from "../../../lib/bookkeeping/documents/document-store.ts";
import { saleId } from "../../../lib/bookkeeping/sale.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { bookings, documents, invoices, audit } = ctx.state.services;
    const document = await documents.get(saleId(ctx.url.searchParams.get("document") ?? ""));
    if (document === null) throw new RequestError("not-found", {});
    const stored = await invoices.get(document.id);
    if (stored === null) await audit.read({ subjects: [], count: 1 });
    else await showBuyers({ bookings }, [stored.invoice]);
    return new Response(await documents.bytesOf(document), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${fileNameOf(document, "pdf")}"`,
      },
    });
  },
});
