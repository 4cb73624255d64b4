// Which of some addresses a point lies at.
import { greatCircleMeters } from "../great-circle.ts";
import type { Point } from "../place.ts";
import type { FoundAddress } from "./found-address.ts";

/** A house farther off than this is another's. */
export const MAX_HOUSE_METERS = 60;
/** A street farther off than this is not the one the point lies on. */
const MAX_STREET_METERS = 150;

/** The nearest house with a number, else the nearest street; undefined when neither is near. */
export function nearestAddress(
  found: readonly FoundAddress[],
  point: Point,
): FoundAddress | undefined {
  const within = (meters: number, isWanted: (address: FoundAddress) => boolean) =>
    found.filter(isWanted)
      .map((address) => ({ address, meters: greatCircleMeters(address.point, point) }))
      .filter((near) => near.meters <= meters)
      .sort((a, b) => a.meters - b.meters)[0]?.address;
  return within(MAX_HOUSE_METERS, ({ houseNumber }) => houseNumber !== "") ??
    within(MAX_STREET_METERS, ({ street }) => street !== "");
}
