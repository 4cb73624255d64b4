import { page } from "fresh";
import { loadTariff } from "../../../lib/board/tariffs-page.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { TariffPage } from "../../../lib/ui/operator/tariffs/TariffPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const data = await loadTariff(services, operatorOf(ctx.state), ctx.params.version ?? "");
    if (data === null) throw new RequestError("not-found", {});
    return page(data);
  },
});

export default define.page<typeof handler>(TariffPage);
