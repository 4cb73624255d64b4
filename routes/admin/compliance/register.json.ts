import { readRegister } from "../../../lib/board/register-page.ts";
import { define } from "../../../lib/http/define.ts";
import { fileAnswer } from "../../../lib/http/file-answer.ts";

export const handler = define.handlers({
  /** The record of processing as a program reads it. */
  async GET(ctx) {
    const record = await readRegister(ctx.state.services);
    return fileAnswer("json", "behandlingar", JSON.stringify(record, null, 2));
  },
});
