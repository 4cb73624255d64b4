import { loadBreach } from "../../../../lib/board/breach-page.ts";
import { define } from "../../../../lib/http/define.ts";
import { fileAnswer } from "../../../../lib/http/file-answer.ts";
import { operatorOf } from "../../../../lib/http/operator-form.ts";
import { notificationFile } from "../../../../lib/ui/operator/compliance/notification-words.ts";

export const handler = define.handlers({
  /** The notification to IMY with its story, every field by its name in the form. */
  async GET(ctx) {
    const { services, locale } = ctx.state;
    const { id = "" } = ctx.params;
    const data = await loadBreach(services, operatorOf(ctx.state), id);
    return fileAnswer("json", `incident-${data.breach.id}`, notificationFile(locale, data));
  },
});
