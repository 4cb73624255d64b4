// Which ways to pay a ride is offered.
import type { Booking } from "../booking/booking.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import { mayTakeMoney } from "../fleet/vehicle.ts";
import type { InvoiceFor } from "../invoicing/settings.ts";
import { dateOf } from "../kernel/wall-time.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";

/** What it depends on. */
export interface OfferDeps {
  /** Null where nobody takes cards for us. */
  paymentProvider: unknown;
  config: { swishUntilMinutes: number; invoiceFor: InvoiceFor };
  fleet: Pick<FleetStore, "vehicle" | "vehiclesOfClass">;
  schedules: Pick<VehicleSchedules, "anyFree">;
}

/**
 * The ways, the one we would choose first. Swish is money that goes back when a car cannot come: it is not offered at the
 * last moment. In the car is paid where a car may come whose driver may take money.
 */
export async function offeredMethods(
  deps: OfferDeps,
  booking: Pick<Booking, "trip" | "reservation">,
  nowMs: number,
): Promise<PaymentMethod[]> {
  const { paymentProvider, config } = deps;
  const later: PaymentMethod[] = [
    ...(config.invoiceFor === "nobody" ? [] : ["invoice"] as const),
    ...(await mayBePaidInCar(deps, booking) ? ["car"] as const : []),
  ];
  if (paymentProvider === null) return later;
  const swishEndsMs = Date.parse(booking.trip.pickup.instant) - config.swishUntilMinutes * 60_000;
  return nowMs <= swishEndsMs ? ["card", "swish", ...later] : ["card", ...later];
}

/** As the fleet is now; the commit that chooses looks again. */
async function mayBePaidInCar(
  { fleet, schedules }: Pick<OfferDeps, "fleet" | "schedules">,
  { trip, reservation }: Pick<Booking, "trip" | "reservation">,
): Promise<boolean> {
  if (mayTakeMoney(await fleet.vehicle(reservation.vehicleId))) return true;
  const date = dateOf(trip.pickup.wallTime);
  return await schedules.anyFree(
    await fleet.vehiclesOfClass(trip.vehicleClass, date, true),
    reservation,
  );
}
