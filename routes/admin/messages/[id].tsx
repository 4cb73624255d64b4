import { page } from "fresh";
import { loadMessage } from "../../../lib/board/messages-page.ts";
import { invalidFields, RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { isUlid } from "../../../lib/kernel/ulid.ts";
import { dropMessage, resendMessage } from "../../../lib/messages/resend-message.ts";
import { MESSAGE_DEEDS, MessagePage } from "../../../lib/ui/operator/messages/MessagePage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { id = "" } = ctx.params;
    const data = isUlid(id)
      ? await loadMessage(ctx.state.services, operatorOf(ctx.state), id)
      : null;
    if (data === null) throw new RequestError("not-found", {});
    const word = ctx.url.searchParams.get("done");
    return page({ ...data, done: MESSAGE_DEEDS.find((deed) => deed === word) ?? null });
  },

  /** Sends it again, or has it not sent; whoever comes second is told so. */
  async POST(ctx) {
    const { id = "" } = ctx.params;
    const fields = await readOperatorForm(ctx.state, ctx.req);
    if (!isUlid(id)) throw new RequestError("not-found", {});
    const action = fields.get("action");
    if (action !== "resend" && action !== "drop") {
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
    }
    const [act, deed] = action === "resend"
      ? [resendMessage, "resent"] as const
      : [dropMessage, "dropped"] as const;
    const done = await act(ctx.state.services, id) ? deed : "already";
    return ctx.redirect(paths.adminMessage(id, { done }), 303);
  },
});

export default define.page<typeof handler>(MessagePage);
