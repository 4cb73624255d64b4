// A document of a ride as its file: the bytes it was archived with.
import { fileNameOf } from "../../../lib/bookkeeping/documents/document-store.ts";
import { documentsByLink } from "../../../lib/bookkeeping/documents/documents-by-link.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { askOwner } from "../../../lib/http/ask-owner.ts";
import { define } from "../../../lib/http/define.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const asked = await askOwner(ctx);
    if (asked !== null) return asked;
    const { services } = ctx.state;
    const number = ctx.url.searchParams.get("document");
    const { shown } = await documentsByLink(services, ctx.params.link ?? "", number);
    if (shown === null) throw new RequestError("not-found", {});
    return new Response(await services.documents.bytesOf(shown), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${fileNameOf(shown, "pdf")}"`,
      },
    });
  },
});
