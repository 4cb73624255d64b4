// How an operator has arranged the day: what is shown, in which order, which columns, how dense. It stands
// in the address, so that it can be sent, bookmarked, printed and saved. Pure.
import {
  VEHICLE_CLASSES,
  type VehicleClass,
  type VehicleId,
  vehicleId,
} from "../../../fleet/vehicle.ts";
import type { ViewWords } from "../../../kernel/paths.ts";

/** What a trip can be picked out by; several together pick what has all of them. */
export const TRAITS = [
  "unassigned",
  "late",
  "going",
  "flight",
  "wheelchair",
  "childseat",
  "large",
  "note",
] as const;

/** One of them. */
export type Trait = typeof TRAITS[number];

/** Columns in the order they stand; the first seven are shown unless chosen otherwise. */
export const COLUMNS = [
  "time",
  "in",
  "trip",
  "know",
  "customer",
  "vehicle",
  "state",
  "phone",
  "reference",
  "passengers",
  "class",
  "distance",
  "price",
] as const;

/** One of them. */
export type Column = typeof COLUMNS[number];

/** What is shown unless somebody chose. */
export const USUAL_COLUMNS: readonly Column[] = COLUMNS.slice(0, 7);

/** Without these a row is no trip. */
export const FIXED_COLUMNS: readonly Column[] = ["time", "trip"];

/** How high a row is: 44, 52 or 64 px. */
export const DENSITIES = ["tight", "normal", "airy"] as const;

/** One of them. */
export type Density = typeof DENSITIES[number];

/** An arrangement of the day. */
export interface BoardView {
  show: readonly Trait[];
  vehicleClass: VehicleClass | null;
  car: VehicleId | null;
  sort: Column;
  isDescending: boolean;
  columns: readonly Column[];
  /** Null while the address does not say: then what this browser remembers counts. */
  density: Density | null;
  isDoneShown: boolean;
  /** Draws every row, for who has no script to draw them while scrolling. */
  isWhole: boolean;
}

/** The day as it is when nobody has arranged it. */
export const USUAL_VIEW: BoardView = {
  show: [],
  vehicleClass: null,
  car: null,
  sort: "time",
  isDescending: false,
  columns: USUAL_COLUMNS,
  density: null,
  isDoneShown: false,
  isWhole: false,
};

/** Longest id of a car read from an address, in characters. */
const MAX_CAR_LENGTH = 40;

/** The arrangement an address names; what it does not name, or names wrongly, is as usual. */
export function readBoardView(search: URLSearchParams): BoardView {
  const shown = words(search, "show");
  const columns = words(search, "cols");
  const sort = search.get("sort") ?? "";
  const by = sort.replace(/^-/, "");
  const car = (search.get("car") ?? "").slice(0, MAX_CAR_LENGTH);
  return {
    show: TRAITS.filter((trait) => shown.has(trait)),
    vehicleClass: VEHICLE_CLASSES.find((name) => name === search.get("class")) ?? null,
    car: car === "" ? null : vehicleId(car),
    sort: COLUMNS.find((column) => column === by) ?? "time",
    isDescending: sort.startsWith("-"),
    columns: columns.size === 0 ? USUAL_COLUMNS : withFixed(columns),
    density: DENSITIES.find((density) => density === search.get("density")) ?? null,
    isDoneShown: search.get("done") === "show",
    isWhole: search.get("rows") === "all",
  };
}

/** What an address says of a view, see `readBoardView`. */
export function viewWords(view: BoardView): ViewWords {
  const { sort, isDescending, columns } = view;
  const isUsualOrder = sort === "time" && !isDescending;
  return {
    show: view.show.join(","),
    class: view.vehicleClass ?? "",
    car: view.car ?? "",
    sort: isUsualOrder ? "" : `${isDescending ? "-" : ""}${sort}`,
    cols: columns.join() === USUAL_COLUMNS.join() ? "" : columns.join(","),
    density: view.density ?? "",
    done: view.isDoneShown ? "show" : "",
    rows: view.isWhole ? "all" : "",
  };
}

/** The view with a trait picked, or no longer. */
export function withTrait(view: BoardView, trait: Trait): BoardView {
  const picked = new Set(view.show);
  if (!picked.delete(trait)) picked.add(trait);
  return { ...view, show: TRAITS.filter((one) => picked.has(one)) };
}

/** The view sorted by a column; by the same one again turns the order round. */
export function sortedBy(view: BoardView, column: Column): BoardView {
  return { ...view, sort: column, isDescending: view.sort === column && !view.isDescending };
}

/** True when rows are left out that the day has. */
export function isFiltered(view: BoardView): boolean {
  return view.show.length > 0 || view.vehicleClass !== null || view.car !== null;
}

/** The view with all its rows. */
export function withoutFilters(view: BoardView): BoardView {
  return { ...view, show: [], vehicleClass: null, car: null };
}

function words(search: URLSearchParams, name: string): ReadonlySet<string> {
  return new Set(search.getAll(name).join(",").split(",").filter((word) => word !== ""));
}

function withFixed(columns: ReadonlySet<string>): Column[] {
  return COLUMNS.filter((column) => columns.has(column) || FIXED_COLUMNS.includes(column));
}
