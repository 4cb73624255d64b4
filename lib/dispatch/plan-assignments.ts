// Use cases: which of many trips would get which car, and why or why not; nothing is stored. What a person has chosen
// stands, and the rest of the plan goes around it.
import type { Booking, BookingId, BookingSummary } from "../booking/booking.ts";
import { assignedDriver } from "../booking/booking-facts.ts";
import { bookingCan } from "../booking/booking-rules.ts";
import { summarise } from "../booking/summarise.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Span } from "../fleet/vehicle-day.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import type { Candidate } from "./candidate.ts";
import { type CandidateDeps, candidatesFor } from "./find-candidates.ts";

/** The car a trip of a plan is to have. */
export interface PlanWish {
  bookingId: BookingId;
  vehicleId: VehicleId;
  /** A person chose it: it stays with whatever speaks against it. Else it stays while nothing does. */
  isFixed: boolean;
}

/** One trip of a plan: its car, or why it has none. */
export interface PlannedAssignment {
  bookingId: BookingId;
  reference: string;
  /** The commit names it. */
  version: number;
  /** The trip as it is now. */
  row: BookingSummary;
  car: Candidate | null;
  /**
   * `booking-state`: it needs none any more; `has-driver`: somebody has given it one, and nobody wishes another;
   * `no-car`: nothing suits that is not taken by another of the plan; `car-unfit`: the chosen car cannot.
   */
  refusal: "booking-state" | "has-driver" | "no-car" | "car-unfit" | null;
}

/**
 * A plan for some trips, in the order in which they are to be given their cars: a car given to one is taken for the
 * next, and the one it had is free. First come cars a person chose, then those that stay, then trips without a wish.
 */
export async function previewAssignments(
  deps: CandidateDeps,
  ids: readonly BookingId[],
  wishes: readonly PlanWish[] = [],
): Promise<PlannedAssignment[]> {
  const wished = new Map(wishes.map((wish) => [wish.bookingId, wish]));
  const rank = ({ id }: Booking) => {
    const wish = wished.get(id);
    return wish === undefined ? 2 : wish.isFixed ? 0 : 1;
  };
  const bookings = (await stored(deps, ids)).sort((a, b) =>
    rank(a) - rank(b) || a.reservation.startMs - b.reservation.startMs
  );
  const planned = new Map<VehicleId, Span[]>();
  const known = new Map<string, Booking | null>(bookings.map((one) => [one.id, one]));
  const plan: PlannedAssignment[] = [];
  for (const booking of bookings) {
    const { id: bookingId, reference, version } = booking;
    const row = { bookingId, reference, version, row: summarise(booking) };
    const wish = wished.get(bookingId) ?? null;
    const refusal = needsNone(booking, wish);
    if (refusal !== null) {
      plan.push({ ...row, car: null, refusal });
      continue;
    }
    const candidates = await candidatesFor(deps, booking, planned, known);
    const chosen = chosenCar(candidates, wish);
    plan.push({ ...row, ...chosen });
    addTo(planned, booking, chosen.refusal === null ? chosen.car : null);
  }
  return plan;
}

/**
 * The cars one trip of a plan can have, best first. Only cars a person chose for the others are taken: what was merely
 * proposed gives way. Throws DomainError("booking-not-found").
 */
export async function candidatesInPlan(
  deps: CandidateDeps,
  id: BookingId,
  wishes: readonly PlanWish[],
): Promise<Candidate[]> {
  const fixed = new Map(
    wishes.filter(({ isFixed, bookingId }) => isFixed && bookingId !== id)
      .map(({ bookingId, vehicleId }) => [bookingId, vehicleId]),
  );
  const [[booking], others] = await Promise.all([
    stored(deps, [id]),
    stored(deps, [...fixed.keys()]),
  ]);
  if (booking === undefined) throw new DomainError("booking-not-found");
  const planned = new Map<VehicleId, Span[]>();
  for (const other of others) {
    const vehicleId = fixed.get(other.id);
    if (vehicleId !== undefined) addTo(planned, other, { vehicleId });
  }
  return await candidatesFor(deps, booking, planned);
}

async function stored(deps: CandidateDeps, ids: readonly BookingId[]): Promise<Booking[]> {
  const read = await Promise.all([...new Set(ids)].map((id) => deps.bookings.get(id)));
  return read.flatMap((one) => one === null ? [] : [one.booking]);
}

function needsNone(booking: Booking, wish: PlanWish | null): PlannedAssignment["refusal"] {
  if (!bookingCan("assign", booking.status)) return "booking-state";
  return assignedDriver(booking) !== null && wish?.isFixed !== true ? "has-driver" : null;
}

function chosenCar(
  candidates: readonly Candidate[],
  wish: PlanWish | null,
): Pick<PlannedAssignment, "car" | "refusal"> {
  const wished = candidates.find(({ vehicleId }) => vehicleId === wish?.vehicleId) ?? null;
  if (wish?.isFixed && wished !== null) {
    const isPossible = wished.driverId !== null &&
      wished.faults.every(({ canOverride }) => canOverride);
    return { car: wished, refusal: isPossible ? null : "car-unfit" };
  }
  const fits = ({ faults }: Candidate) => faults.length === 0;
  const car = wished !== null && fits(wished) ? wished : candidates.find(fits) ?? null;
  return { car, refusal: car === null ? "no-car" : null };
}

/** A trip without a car of the plan stays where it is stored. */
function addTo(
  planned: Map<VehicleId, Span[]>,
  { id: bookingId, reservation }: Booking,
  car: Pick<Candidate, "vehicleId"> | null,
): void {
  const { startMs, endMs } = reservation;
  const { vehicleId } = car ?? reservation;
  planned.set(vehicleId, [...planned.get(vehicleId) ?? [], { bookingId, startMs, endMs }]);
}
