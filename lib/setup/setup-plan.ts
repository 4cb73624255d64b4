// What a load would do: what is new, changed, ended or the same, and what is wrong with it.
import type { Fleet } from "../fleet/fleet-store.ts";
import type { LandmarkEdit } from "../places/landmark-edit.ts";
import type { Tariff } from "../pricing/tariff.ts";
import type { Edition } from "../kv/edition.ts";
import type { CellProblem } from "./cells.ts";
import type { FileProblem, Problem } from "./raw-rows.ts";
import type { Cells, SetupKind, Source } from "./table.ts";

/** Everything a load may change, as it is. */
export interface SetupState {
  fleet: Fleet;
  /** Ids of the drivers whose identity is protected. */
  veiledDrivers: ReadonlySet<string>;
  tariffs: readonly Tariff[];
  /** Versions of those that are there and cannot be read: a file that has one puts it back. */
  unreadableTariffs: readonly string[];
  /** Those that ship too. */
  landmarks: readonly LandmarkEdit[];
  edition: Edition;
}

/** What happens to one thing. */
export interface Change {
  kind: SetupKind;
  id: string;
  type: "new" | "changed" | "ended" | "same";
  fields: FieldChange[];
}

/** One field of it. */
export interface FieldChange {
  field: string;
  from: string;
  to: string;
}

/** What a row can break beside its own cells. The sentences are in the dictionaries under the same words. */
export type RowProblem =
  | "idTwice"
  | "idOtherCase"
  | "notThere"
  | "untilBeforeFrom"
  | "unknownHolder"
  | "holderEndsFirst"
  | "unknownVehicle"
  | "plateTaken"
  | "numberTaken"
  | "codeTaken"
  | "tooFewSeats"
  | "tooFewWheelchairs"
  | "holderKind"
  | "tooMany"
  | "outsideSweden"
  | "nameTaken"
  | "zoneInUse"
  | "tariffKnown"
  | "tariffPast"
  | "tariffOlder"
  | "tariffWithin"
  | "tariffComesBack";

/** Anything that is wrong. */
export type SetupProblem = Problem<CellProblem | FileProblem | RowProblem>;

/** A row after a load, the one before it, and where it came from. */
export interface Touched<Row> {
  row: Row;
  before: Row | null;
  cells: Cells;
  source: Source;
  change: Change;
}

/** A booking that would be left without its vehicle or its driver. */
export interface Obstacle {
  kind: "vehicles" | "drivers";
  /** Of the vehicle or the driver. */
  id: string;
  name: string;
  bookingId: string;
  reference: string;
  wallTime: string;
  from: string;
  to: string;
}
