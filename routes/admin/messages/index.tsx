import { page } from "fresh";
import { loadMessages, readMessagesQuery } from "../../../lib/board/messages-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { MessagesPage } from "../../../lib/ui/operator/messages/MessagesPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const query = readMessagesQuery(ctx.url.searchParams);
    return page(await loadMessages(ctx.state.services, operatorOf(ctx.state), query));
  },
});

export default define.page<typeof handler>(MessagesPage);
