// What must hold between the rows of a fleet, and of landmarks and tariffs. Pure.
import { MAX_DRIVERS, MAX_VEHICLES } from "../fleet/fleet-limits.ts";
import type { PermitHolder } from "../fleet/permit-holder.ts";
import { CLASS_CAPACITY, type Driver, type InService, type Vehicle } from "../fleet/vehicle.ts";
import { isPersonal } from "../forms/organisation-number.ts";
import type { RowProblem, SetupProblem, Touched } from "./setup-plan.ts";
import { rowProblem, type TablePlan } from "./table-rules.ts";

/** The three tables of a fleet as a load would leave them. */
export interface FleetPlan {
  holders: TablePlan<PermitHolder>;
  vehicles: TablePlan<Vehicle>;
  drivers: TablePlan<Driver>;
}

/** What is wrong with the fleet a load would make; only rows that a file names are looked at. */
export function fleetProblems({ holders, vehicles, drivers }: FleetPlan): SetupProblem[] {
  return [
    ...holders.touched.flatMap((one) => holderProblems(one, holders.after)),
    ...holders.touched.flatMap((one) => endsFirst(one, vehicles.after)),
    ...vehicles.touched.flatMap((one) => vehicleProblems(one, vehicles.after, holders.after)),
    ...drivers.touched.flatMap((one) => driverProblems(one, drivers.after, vehicles.after)),
    ...tooMany(holders, MAX_DRIVERS),
    ...tooMany(vehicles, MAX_VEHICLES),
    ...tooMany(drivers, MAX_DRIVERS),
  ];
}

function holderProblems(
  touched: Touched<PermitHolder>,
  all: readonly PermitHolder[],
): SetupProblem[] {
  const { row } = touched;
  const isTrader = row.kind === "sole-trader";
  const twin = all.find((other) =>
    other.id !== row.id && other.organisationNumber === row.organisationNumber
  );
  return [
    ...period(touched),
    ...(isTrader === isPersonal(row.organisationNumber) || row.kind === "other"
      ? []
      : [problem(touched, "kind", "holderKind", row.kind)]),
    ...(twin === undefined
      ? []
      : [problem(touched, "organisationNumber", "numberTaken", row.organisationNumber, twin.id)]),
  ];
}

/** A permit that ends takes no vehicle with it: each is ended, or given another holder, by itself. */
function endsFirst(
  { row, source, before }: Touched<PermitHolder>,
  vehicles: readonly Vehicle[],
): SetupProblem[] {
  if (row.until === "" || before?.until === row.until) return [];
  const left = vehicles.filter(({ holderId, until }) =>
    holderId === row.id && (until === "" || until > row.until)
  );
  const names = left.map(({ id }) => id).join(", ");
  return left.length === 0
    ? []
    : [rowProblem(source, "until", "holderEndsFirst", row.until, names)];
}

function vehicleProblems(
  touched: Touched<Vehicle>,
  all: readonly Vehicle[],
  holders: readonly PermitHolder[],
): SetupProblem[] {
  const { row } = touched;
  const capacity = CLASS_CAPACITY[row.vehicleClass];
  const holder = holders.find(({ id }) => id === row.holderId);
  const signs = (plate: string) => plate.replaceAll(" ", "");
  const twin = all.find((other) =>
    other.id !== row.id && signs(other.registration) === signs(row.registration) &&
    overlaps(other, row)
  );
  const found: SetupProblem[] = [...period(touched)];
  if (twin !== undefined) {
    found.push(problem(touched, "plate", "plateTaken", row.registration, twin.id));
  }
  if (row.holderId !== "" && holder === undefined) {
    found.push(problem(touched, "permitHolder", "unknownHolder", row.holderId));
  } else if (holder !== undefined && holder.until !== "" && lastDay(row) > holder.until) {
    found.push(problem(touched, "permitHolder", "holderEndsFirst", row.holderId, row.id));
  }
  if (row.seats < capacity.passengers) {
    const promised = String(capacity.passengers);
    found.push(problem(touched, "seats", "tooFewSeats", String(row.seats), promised));
  }
  if (row.wheelchairs < capacity.wheelchairs) {
    const promised = String(capacity.wheelchairs);
    found.push(
      problem(touched, "wheelchairs", "tooFewWheelchairs", String(row.wheelchairs), promised),
    );
  }
  return found;
}

function driverProblems(
  touched: Touched<Driver>,
  all: readonly Driver[],
  vehicles: readonly Vehicle[],
): SetupProblem[] {
  const { row } = touched;
  const isKnown = (id: string) => vehicles.some((vehicle) => vehicle.id === id);
  const twin = all.find((other) => other.id !== row.id && other.driverCode === row.driverCode);
  return [
    ...period(touched),
    ...(isKnown(row.vehicleId)
      ? []
      : [problem(touched, "vehicle", "unknownVehicle", row.vehicleId)]),
    ...row.otherVehicleIds.filter((id) => !isKnown(id))
      .map((id) => problem(touched, "otherVehicles", "unknownVehicle", id)),
    ...(twin === undefined
      ? []
      : [problem(touched, "driverCode", "codeTaken", row.driverCode, twin.id)]),
  ];
}

function period({ row, source }: Touched<InService>): SetupProblem[] {
  const { from, until } = row;
  return until !== "" && until < from
    ? [rowProblem(source, "until", "untilBeforeFrom", until, from)]
    : [];
}

function tooMany<Row>({ after, touched }: TablePlan<Row>, most: number): SetupProblem[] {
  const [first] = touched;
  return first === undefined || after.length <= most
    ? []
    : [rowProblem(first.source, "", "tooMany", String(after.length), String(most))];
}

function problem<Row>(
  { source }: Touched<Row>,
  column: string,
  code: RowProblem,
  given: string,
  expected = "",
): SetupProblem {
  return rowProblem(source, column, code, given, expected);
}

function overlaps(a: InService, b: InService): boolean {
  return a.from <= lastDay(b) && b.from <= lastDay(a);
}

/** Text that sorts after every date stands for an open end. */
function lastDay({ until }: InService): string {
  return until === "" ? "9999-12-31" : until;
}
