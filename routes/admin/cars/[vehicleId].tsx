import { page } from "fresh";
import { loadCarPage, readOutageForm } from "../../../lib/board/car-page.ts";
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
    return page(await loadCarPage(services, operatorOf(ctx.state), id, { done, stretch }));
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
      try {
        await putBackInTraffic(services, { ...asked, outageId: fields.get("outage") ?? "", atMs });
      } catch (error) {
        // Somebody else was first: it is as was wished.
        if (!(error instanceof DomainError) || error.code !== "outage-not-found") throw error;
      }
      return ctx.redirect(paths.adminCar(id, { done: "back" }), 303);
    }
    const { draft, stretch } = readOutageForm(fields, { needsReason: action === "out" });
    if (stretch === null || action !== "out") {
      const status = stretch === null ? 422 : 200;
      return page(await loadCarPage(services, operator, id, { draft, stretch }), { status });
    }
    await takeOutOfTraffic(services, { ...asked, ...stretch, reason: draft.reason });
    const { from, until } = draft;
    return ctx.redirect(paths.adminCar(id, { done: "out", from, until }), 303);
  },
});

export default define.page<typeof handler>(CarPage);

async function carOf({ fleet }: Pick<Services, "fleet">, id = ""): Promise<VehicleId> {
  const car = (await fleet.vehicles()).find((vehicle) => vehicle.id === id);
  if (car === undefined) throw new RequestError("not-found", {});
  return car.id;
}
