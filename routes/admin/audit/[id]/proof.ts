import { proofText } from "../../../../lib/audit/tlog-proof.ts";
import { readProvedEntry } from "../../../../lib/board/audit-page.ts";
import { define } from "../../../../lib/http/define.ts";
import { fileAnswer } from "../../../../lib/http/file-answer.ts";

export const handler = define.handlers({
  /** The proof of an entry as `deno task verify-audit` takes it. */
  async GET(ctx) {
    const proof = await readProvedEntry(ctx.state.services, ctx.params.id ?? "");
    return fileAnswer("tlog-proof", `granskning-${proof.index}`, proofText(proof));
  },
});
