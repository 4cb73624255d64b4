// By which words vehicles and drivers are found: "Bil 07", "ABC 123", "Kim". Bookings hold their ids alone, so
// a new name or plate is found at once.
import type { Driver, Vehicle } from "../../fleet/vehicle.ts";
import { fieldWords } from "./search-words.ts";

/** Words of each vehicle and each driver. */
export interface FleetWords {
  vehicles: readonly (readonly [id: string, words: readonly string[]])[];
  drivers: readonly (readonly [id: string, words: readonly string[]])[];
}

/** The fleet is one list in memory until it changes; its words are made once for each. */
const known = new WeakMap<readonly Vehicle[], { drivers: readonly Driver[]; words: FleetWords }>();

/** The words of a fleet. */
export function fleetWords(vehicles: readonly Vehicle[], drivers: readonly Driver[]): FleetWords {
  const kept = known.get(vehicles);
  if (kept?.drivers === drivers) return kept.words;
  const words = {
    vehicles: vehicles.map(({ id, name, registration }) =>
      [id, [...nameWords(name), ...plateWords(registration)]] as const
    ),
    drivers: drivers.map(({ id, name }) => [id, nameWords(name)] as const),
  };
  known.set(vehicles, { drivers, words });
  return words;
}

/** `Bil 07` is called seven too. */
function nameWords(name: string): string[] {
  return fieldWords(name).flatMap((word) => [word, word.replace(/^0+(?=\d)/, "")]);
}

/** `ABC123` and `ABC 123`, and its letters and figures alone. */
function plateWords(registration: string): string[] {
  const plate = fieldWords(registration).join("");
  return [plate, ...plate.match(/\p{L}+|\p{N}+/gu) ?? []];
}
