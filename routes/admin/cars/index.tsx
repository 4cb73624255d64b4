import { page } from "fresh";
import { loadCars } from "../../../lib/board/cars-data.ts";
import { readCarsQuery } from "../../../lib/board/cars-query.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf } from "../../../lib/http/operator-form.ts";
import { CarsPage } from "../../../lib/ui/operator/cars/CarsPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const query = readCarsQuery(ctx.url.searchParams, services.clock.now());
    return page(await loadCars(services, operatorOf(ctx.state), query));
  },
});

export default define.page<typeof handler>(CarsPage);
