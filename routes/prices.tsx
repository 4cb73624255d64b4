// The tariff in force.
import { page } from "fresh";
import { define } from "../lib/http/define.ts";
import { tariffAt } from "../lib/pricing/tariff-rules.ts";
import { localDate } from "../lib/kernel/wall-time.ts";
import { PriceList } from "../lib/ui/customer/pages/PriceList.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { clock, tariffs } = ctx.state.services;
    const now = clock.now();
    return page({ tariff: tariffAt(await tariffs.book(), now), today: localDate(now) });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PriceList locale={state.locale} {...data} />
));
