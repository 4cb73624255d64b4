import { page } from "fresh";
import { loadTariffs, publishedSince, simulateLastMonth } from "../../../lib/board/tariffs-page.ts";
import { readTariffForm } from "../../../lib/board/tariff-form.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { invalidFields } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";
import { TariffsPage } from "../../../lib/ui/operator/tariffs/TariffsPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const done = ctx.url.searchParams.get("done") ?? "";
    return page(await loadTariffs(ctx.state.services, operatorOf(ctx.state), { done }));
  },

  /** Prices last month by the tariff of the form, or publishes it. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const action = fields.get("action");
    if (action !== "simulate" && action !== "publish") {
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
    }
    const values = Object.fromEntries(fields);
    const today = localDate(services.clock.now());
    await services.tariffs.refresh();
    const tariffs = await services.tariffs.list();
    const meanwhile = publishedSince(tariffs, fields.get("seen") ?? "");
    if (meanwhile.length > 0) {
      return page(await loadTariffs(services, operator, { values, meanwhile }), { status: 409 });
    }
    const read = readTariffForm(values, tariffs, today);
    if (!read.ok) {
      const { problems } = read;
      return page(await loadTariffs(services, operator, { values, problems }), { status: 422 });
    }
    if (action === "simulate") {
      const simulation = await simulateLastMonth(services, read.tariff);
      return page(await loadTariffs(services, operator, { values, simulation }));
    }
    if (!await services.tariffs.save(read.tariff)) throw new DomainError("busy");
    return ctx.redirect(paths.adminTariffs({ done: "published" }), 303);
  },
});

export default define.page<typeof handler>(TariffsPage);
