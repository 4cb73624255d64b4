// In which order drivers are offered for a booking. Pure.
import type { BookingView } from "../../../board/booking-view.ts";
import type { DriverChoice, FleetNames } from "../../../board/day.ts";

/** Why a driver stands where they stand. */
export type DriverGroup = "reserved" | "same-class" | "other-class";

/**
 * Drivers in groups: whoever drives the reserved vehicle, then vehicles of the booked class, then the rest;
 * by name within each, empty groups left out.
 */
export function driverGroups(
  fleet: FleetNames,
  booking: Pick<BookingView, "vehicleId" | "vehicleClass">,
): [DriverGroup, DriverChoice[]][] {
  const classes = new Map(fleet.vehicles.map((vehicle) => [vehicle.id, vehicle.vehicleClass]));
  const groups: Record<DriverGroup, DriverChoice[]> = {
    "reserved": [],
    "same-class": [],
    "other-class": [],
  };
  for (const driver of fleet.drivers) {
    const sameClass = classes.get(driver.vehicleId) === booking.vehicleClass;
    if (driver.vehicleId === booking.vehicleId) groups.reserved.push(driver);
    else groups[sameClass ? "same-class" : "other-class"].push(driver);
  }
  return (["reserved", "same-class", "other-class"] as const)
    .filter((name) => groups[name].length > 0)
    .map((name) => [name, groups[name].sort((a, b) => a.name.localeCompare(b.name, "sv"))]);
}
