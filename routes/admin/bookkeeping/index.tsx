import { page } from "fresh";
import { askedMonth, loadBookMonth } from "../../../lib/board/books-page.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { BooksPage } from "../../../lib/ui/operator/bookkeeping/BooksPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const asked = await askedMonth(services, ctx.url.searchParams);
    return page(await loadBookMonth(services, operatorOf(ctx.state), asked));
  },
});

export default define.page<typeof handler>(BooksPage);
