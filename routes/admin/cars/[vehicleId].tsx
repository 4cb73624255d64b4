import { page } from "fresh";
import { loadCarPage, readOutageForm } from "../../../lib/board/car-page.ts";
import { loadPageAct } from "../../../lib/board/page-act.ts";
import { operatorActor } from "../../../lib/board/operator-actor.ts";
import { putBackInTraffic, takeOutOfTraffic } from "../../../lib/dispatch/vehicle-outage.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import { RequestError } from "../../../lib/errors/request-error.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import type { VehicleId } from "../../../lib/fleet/vehicle.ts";
import { formFields } from "../../../lib/forms/form-fields.ts";
import { define } from "../../../lib/http/define.ts";
import { operatorOf, readOperatorForm } from "../../../lib/http/operator-form.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { CarPage } from "../../../lib/ui/operator/cars/CarPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const id = await carOf(services, ctx.params.vehicleId);
    const fields = formFields(ctx.url.searchParams);
    const done = fields.get("done") ?? "";
    // Once it is out, what still has to move stands here until it has moved.
    const { stretch } = readOutageForm(fields, { needsReason: false });
    const act = await loadPageAct(services, ctx.url.searchParams);
    return page(await loadCarPage(services, operatorOf(ctx.state), id, { done, stretch, act }));
  },

  /** Lists the trips that would have to move, takes the car out of traffic, or puts it back. */
  async POST(ctx) {
    const { services } = ctx.state;
    const operator = operatorOf(ctx.state);
    const fields = await readOperatorForm(ctx.state, ctx.req);
    const id = await carOf(services, ctx.params.vehicleId);
    const asked = { vehicleId: id, actor: operatorActor(operator), idempotencyKey: null };
    const action = fields.get("action") ?? "";
    if (action === "back") {
      const atMs = services.clock.now().epochMilliseconds;
      let act = "";
      try {
        const outageId = fields.get("outage") ?? "";
        ({ id: act } = await putBackInTraffic(services, { ...asked, outageId, atMs }));
      } catch (error) {
        // Somebody else was first: it is as was wished.
        if (!(error instanceof DomainError) || error.code !== "outage-not-found") throw error;
      }
      return ctx.redirect(paths.adminCar(id, { done: "back", act }), 303);
    }
    const { draft, stretch } = readOutageForm(fields, { needsReason: action === "out" });
    if (stretch === null || action !== "out") {
      const status = stretch === null ? 422 : 200;
      return page(await loadCarPage(services, operator, id, { draft, stretch }), { status });
    }
    const { id: act } = await takeOutOfTraffic(services, {
      ...{ ...asked, ...stretch, reason: draft.reason },
    });
    const { from, until } = draft;
    return ctx.redirect(paths.adminCar(id, { done: "out", from, until, act }), 303);
  },
});

export default define.page<typeof handler>(CarPage);

async function carOf({ fleet }: Pick<Services, "fleet">, id = ""): Promise<VehicleId> {
  const car = (await fleet.vehicles()).find((vehicle) => vehicle.id === id);
  if (car === undefined) throw new RequestError("not-found", {});
  return car.id;
}
