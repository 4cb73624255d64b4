// The act a board's page was told of by its address: what was done, until when it can be taken back, or why it was
// not. So that whoever has no script can undo as well.
import type { BookingStore } from "../booking/booking-store.ts";
import { type MissedEvent, missedEvents } from "../booking/booking-version.ts";
import { type ActId, actId, type ActKind, type OperatorAct } from "../booking/operator-act.ts";
import { readAct } from "../booking/read-act.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import { formFields } from "../forms/form-fields.ts";
import type { Clock } from "../kernel/clock.ts";
import { paths } from "../kernel/paths.ts";
import { dateOf } from "../kernel/wall-time.ts";
import type { Database } from "../kv/open.ts";
import { type ActionProblem, actionProblem } from "./operator-action.ts";

/** An address that is opened again later than this after the act says nothing of it, in milliseconds. */
const SAID_MS = 60_000;
/** Longest name of an act that is looked for, in characters. */
const MAX_ID_LENGTH = 40;

/** What the page says. */
export type PageAct =
  | { kind: "none" }
  /** It can be taken back until `undoUntil`, an instant, ISO in UTC. */
  | { kind: "done"; id: string; act: ActKind; undoUntil: string; vehicleId: VehicleId }
  | { kind: "undone" }
  | { kind: "refused"; problem: ActionProblem; since: readonly MissedEvent[] };

/** What reading it needs. */
export interface PageActDeps {
  db: Pick<Database, "read">;
  clock: Clock;
  bookings: Pick<BookingStore, "get" | "events">;
}

/** The act of `?act=`; `?refused=` is why undoing it was. */
export async function loadPageAct(deps: PageActDeps, search: URLSearchParams): Promise<PageAct> {
  const fields = formFields(search);
  const id = fields.get("act") ?? "";
  if (id === "" || id.length > MAX_ID_LENGTH) return { kind: "none" };
  const act = await readAct(deps, actId(id));
  const nowMs = deps.clock.now().epochMilliseconds;
  if (act === null || nowMs > Date.parse(act.due) + SAID_MS) return { kind: "none" };
  if (act.outcome === "undone") return { kind: "undone" };
  const refused = fields.get("refused") ?? "";
  if (refused !== "") return await refusedAct(deps, act, actionProblem(refused));
  const vehicleId = await carOf(deps, act);
  if (act.outcome === "left" || nowMs >= Date.parse(act.due) || vehicleId === null) {
    return { kind: "none" };
  }
  return { kind: "done", id: act.id, act: act.kind, undoUntil: act.due, vehicleId };
}

/** Where an act that was taken back, or not, is said: its booking's day, or its car. */
export async function addressAfter(
  deps: Pick<PageActDeps, "db"> & { bookings: Pick<BookingStore, "get"> },
  act: ActId,
  refused: string,
): Promise<string> {
  const known = await readAct(deps, act);
  if (known?.outage) return paths.adminCar(known.outage.vehicleId, { act, refused });
  const span = known?.spans[0];
  const stored = span === undefined ? null : await deps.bookings.get(span.bookingId);
  if (stored === null) return paths.admin({ act, refused });
  const { id: booking, trip } = stored.booking;
  return paths.admin({ date: dateOf(trip.pickup.wallTime), booking, act, refused });
}

async function refusedAct(
  deps: PageActDeps,
  { spans }: OperatorAct,
  problem: ActionProblem,
): Promise<PageAct> {
  const since = problem === "undo-overtaken"
    ? await Promise.all(
      spans.map(({ bookingId, to }) => missedEvents(deps.bookings, bookingId, to)),
    )
    : [];
  return { kind: "refused", problem, since: since.flat() };
}

/** The car the act was about: that of its booking as it is now. */
async function carOf(
  { bookings }: PageActDeps,
  { spans: [span], outage }: OperatorAct,
): Promise<VehicleId | null> {
  if (outage !== null) return outage.vehicleId;
  const stored = span === undefined ? null : await bookings.get(span.bookingId);
  return stored?.booking.reservation.vehicleId ?? null;
}
