import { readRegister } from "../../../lib/board/register-page.ts";
import { define } from "../../../lib/http/define.ts";
import { fileAnswer } from "../../../lib/http/file-answer.ts";
import { registerCsv } from "../../../lib/ui/operator/compliance/register-csv.ts";

export const handler = define.handlers({
  /** The record of processing as a table: a line a purpose, then a line a recipient. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    return fileAnswer("csv", "behandlingar", registerCsv(locale, await readRegister(services)));
  },
});
