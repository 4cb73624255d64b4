// What stands in the field once a suggestion is taken: the place, and what only the customer knows.
import { splitAddressWords } from "../../../places/address-words.ts";
import type { Place } from "../../../places/place.ts";

/**
 * `Östra Hamngatan 24, portkod 1234, Göteborg`. A suggestion knows the street alone; the house number and
 * what follows it are the driver's to read, so they stay.
 */
export function chosenWords(
  typed: string,
  { kind, name, area }: Pick<Place, "kind" | "name" | "area">,
): string {
  if (kind !== "street") return [name, area].filter(Boolean).join(", ");
  const { houseNumber, rest } = splitAddressWords(typed);
  const isArea = rest.toLowerCase() === area.toLowerCase();
  // An address of a geocoder has its number already.
  const hasNumber = splitAddressWords(name).houseNumber !== "";
  const address = [name, hasNumber ? "" : houseNumber].filter(Boolean).join(" ");
  return [address, isArea ? "" : rest, area].filter(Boolean).join(", ");
}
