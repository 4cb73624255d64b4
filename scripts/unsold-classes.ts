// What an existing database lacks to sell everything the product knows, said when the server starts.
import type { Services } from "../lib/assembly/services.ts";
import { isInService } from "../lib/fleet/vehicle.ts";
import { localDate } from "../lib/kernel/wall-time.ts";
import { offerGaps } from "../lib/pricing/offer-gaps.ts";
import { tariffOn } from "../lib/pricing/tariff-rules.ts";

/** One line that names every class nobody can buy and why; null when all are sold. */
export async function unsoldClasses(
  { clock, tariffs, fleet }: Pick<Services, "clock" | "tariffs" | "fleet">,
): Promise<string | null> {
  const today = localDate(clock.now());
  const tariff = tariffOn(await tariffs.list(), today);
  const vehicles = (await fleet.vehicles()).filter((vehicle) => isInService(vehicle, today));
  const gaps = offerGaps(tariff, vehicles);
  if (gaps.length === 0) return null;
  const named = gaps.map(({ vehicleClass, lacks }) =>
    `${vehicleClass} (no ${lacks.join(", no ")})`
  );
  return `Warning: nobody can buy ${
    named.join(", ")
  }. \`deno task load\` takes in vehicles and tariffs; \`deno task reset-demo\` makes demo data again.`;
}
