import { invariant } from "../../../lib/kernel/invariant.ts";
import { sha256Of } from "../../../lib/bookkeeping/documents/document-store.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { fileAnswer } from "../../../lib/http/file-answer.ts";
import { bytesOf } from "../../../lib/settlement/make-payment-file.ts";

export const handler = define.handlers({
  /** The file for the bank: the bytes it was made with, and an entry in the log each time. */
  async GET(ctx) {
    const { services } = ctx.state;
    const file = await services.settlements.file(ctx.params.id ?? "");
    if (file === null) throw new RequestError("not-found", {});
    const bytes = bytesOf(file);
    invariant(
      await sha256Of(bytes) === file.sha256,
      "A payment file has the bytes it was made with",
    );
    const subjects = [...new Set(file.payments.map(({ holderId }) => `holder/${holderId}`))];
    await services.audit.read({ subjects, count: file.payments.length });
    return fileAnswer("xml", file.id, bytes);
  },
});
