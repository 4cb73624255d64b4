// What belongs to one vehicle class on the price page; only the chosen class's is shown.
import type { ComponentChildren } from "preact";
import type { VehicleClass } from "../../../fleet/vehicle.ts";

/** Properties of ForClass. */
export interface ForClassProps {
  vehicleClass: VehicleClass;
  /** The class the page was made for; another choice shows its own by CSS (QuotePage.css). */
  chosen: VehicleClass;
  /** Within a line of text; a block otherwise. */
  isInline?: boolean;
  children: ComponentChildren;
}

/** Hidden by its markup too, so that a page whose styles are late or lost does not show every class's price and button. */
export function ForClass({ vehicleClass, chosen, isInline, children }: ForClassProps) {
  const Box = isInline ? "span" : "div";
  return (
    <Box class={`for-class for-${vehicleClass}`} hidden={vehicleClass !== chosen}>{children}</Box>
  );
}
