import { page } from "fresh";
import { askedDay, dayToClose, loadBookDay } from "../../../lib/board/books-page.ts";
import { closeDay } from "../../../lib/bookkeeping/close-day.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { BookDayPage } from "../../../lib/ui/operator/bookkeeping/BookDayPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const asked = await askedDay(services, ctx.url.searchParams);
    return page(await loadBookDay(services, operatorOf(ctx.state), asked));
  },

  /** Closes the day of the address. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    await readOperatorForm(ctx.state, ctx.req);
    const day = await dayToClose(services, ctx.url.searchParams);
    const { entity: { id: entity }, date } = day;
    const fault = await closeDay(services, { entityId: entity, date });
    if (fault === null) return ctx.redirect(paths.adminBookDay({ entity, date }), 303);
    return page(await loadBookDay(services, operator, { ...day, fault }), { status: 422 });
  },
});

export default define.page<typeof handler>(BookDayPage);
