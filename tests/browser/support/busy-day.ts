// A day with as many trips as wanted, in names of any script and length, and cars enough to drive them.
import type { Services } from "../../../lib/assembly/services.ts";
import type { BookingId } from "../../../lib/booking/booking.ts";
import { plainVehicle, vehicleId } from "../../../lib/fleet/vehicle.ts";
import { aStoredBooking } from "../../support/trips.ts";

/** Names as people have them. */
const NAMES = [
  "Maja Öberg",
  "Anna-Karin Wachtmeister-Lagerbielke af Södermalm och Norrköping",
  "عبد الرحمن بن عبد العزيز آل سعود",
  "יוסף בן־דוד מזרחי",
  "Wolfeschlegelsteinhausenbergerdorff".repeat(2),
  "李",
];
/** Trips that begin at the same minute. */
const AT_ONCE = 2_000 / (20 * 12);
/** A car is free again well within this many pickups, five minutes each. */
const PICKUPS_A_TRIP = 24;

/** Books the day; the id of a trip in its middle. */
export async function aBusyDay(
  services: Services,
  date: string,
  trips: number,
): Promise<BookingId> {
  await withCars(services, Math.ceil(AT_ONCE * PICKUPS_A_TRIP));
  const ids: BookingId[] = [];
  for (let trip = 0; trip < trips; trip++) {
    const pickup = 4 * 12 + Math.floor(trip / AT_ONCE);
    const time = [Math.floor(pickup / 12), pickup % 12 * 5]
      .map((part) => String(part).padStart(2, "0")).join(":");
    const name = NAMES[trip % NAMES.length] ?? "";
    const { booking } = await aStoredBooking(services, {
      wallTime: `${date}T${time}`,
      contact: { name, phone: "+46701234567", email: "" },
      flightNumber: trip % 3 === 0 ? "SK1436" : "",
    });
    ids.push(booking.id);
  }
  const middle = ids[Math.floor(trips / 2)];
  if (middle === undefined) throw new Error("A busy day has trips");
  return middle;
}

async function withCars(services: Services, count: number): Promise<void> {
  const [vehicles, drivers] = await Promise.all([
    services.fleet.vehicles(),
    services.fleet.drivers(),
  ]);
  const more = Array.from({ length: count }, (_, at) =>
    plainVehicle({
      id: vehicleId(`X${at}`),
      name: `Bil ${at + 100}`,
      vehicleClass: "standard",
      registration: "ABC 123",
      inTraffic: true,
    }));
  const known = new Set(more.map(({ id }) => id));
  const kept = vehicles.filter(({ id }) => !known.has(id));
  await services.fleet.save([...kept, ...more], drivers);
}
