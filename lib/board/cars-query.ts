// What an operator asked to see of the cars, as it stands in the page's address.
import { VEHICLE_CLASSES, type VehicleClass } from "../fleet/vehicle.ts";
import { formFields } from "../forms/form-fields.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";

/** Which cars are shown: by what they are doing now. */
export const CAR_FILTERS = ["all", "driving", "free", "out", "trouble"] as const;

/** One of them. */
export type CarFilter = typeof CAR_FILTERS[number];

/** The day along the clock, or car by car in words. */
export type CarsLayout = "timeline" | "list";

/** How much of the day a window of usual size shows: four hours, eight, all of it; from near to far. */
export const CARS_ZOOMS = ["4", "8", "day"] as const;

/** One of them. */
export type CarsZoom = typeof CARS_ZOOMS[number];

/** What an operator asked to see. */
export interface CarsQuery {
  date: string;
  show: CarFilter;
  /** Cars of one class only, or null. */
  vehicleClass: VehicleClass | null;
  view: CarsLayout;
  /** Of the timeline. */
  zoom: CarsZoom;
}

/** What the address asks for; what it does not understand means the usual. */
export function readCarsQuery(search: URLSearchParams, now: Temporal.Instant): CarsQuery {
  const fields = formFields(search);
  const date = fields.get("date") ?? "";
  return {
    date: isLocalDate(date) ? date : localDate(now),
    show: CAR_FILTERS.find((one) => one === fields.get("show")) ?? "all",
    vehicleClass: VEHICLE_CLASSES.find((one) => one === fields.get("class")) ?? null,
    view: fields.get("view") === "list" ? "list" : "timeline",
    zoom: CARS_ZOOMS.find((one) => one === fields.get("zoom")) ?? "8",
  };
}
