// A document of the archive for who keeps the books: the bytes it was archived with.
import { fileNameOf } from "../../../lib/bookkeeping/documents/document-store.ts";
import { saleId } from "../../../lib/bookkeeping/sale.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { documents, audit } = ctx.state.services;
    const document = await documents.get(saleId(ctx.url.searchParams.get("document") ?? ""));
    if (document === null) throw new RequestError("not-found", {});
    await audit.read({ subjects: [], count: 1 });
    return new Response(await documents.bytesOf(document), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${fileNameOf(document, "pdf")}"`,
      },
    });
  },
});
