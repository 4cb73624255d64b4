// What the board's page needs besides the board itself.
import type { OperatorSession } from "../accounts/session.ts";
import type { BookingId } from "../booking/booking.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import type { Database } from "../kv/open.ts";
import { type BoardData, type BoardDeps, loadBoard } from "./board-data.ts";
import { localDate } from "../kernel/wall-time.ts";
import { type ThresholdDue, thresholdDue } from "../pricing/threshold-due.ts";
import type { BoardQuery } from "./board-query.ts";
import type { DeadJobCount } from "./dead-jobs.ts";
import type { PageAct } from "./page-act.ts";
import { type TomorrowLacks, tomorrowLacks } from "./tomorrow.ts";
import type { DrawingTurn } from "./drawing-turns.ts";
import type { ActionDraft } from "./operator-action.ts";

/** The board, and what its frame says. */
export interface BoardPageData {
  board: BoardData;
  deadJobs: DeadJobCount;
  /** A figure of the law that has to be seen to, or null. */
  lawDue: ThresholdDue | null;
  /** What the next day lacks; null on other days than today. */
  tomorrow: TomorrowLacks | null;
  /** What the address says was done. */
  act: PageAct;
  /** What was booked from this board just now, or null. */
  booked: JustBooked | null;
}

/** A booking as one says that it was made. */
export interface JustBooked {
  id: BookingId;
  reference: string;
  /** Pickup as `YYYY-MM-DDTHH:MM`. */
  wallTime: string;
}

/** Everything the page shows for `query`, see `loadBoard`. */
export async function loadBoardPage(
  deps: BoardDeps & { db: Pick<Database, "read">; drawingTurn: DrawingTurn },
  operator: OperatorSession,
  query: BoardQuery,
  draft: ActionDraft | null = null,
): Promise<BoardPageData> {
  const today = localDate(deps.clock.now());
  const [board, deadJobs, tomorrow, booked] = await Promise.all([
    loadBoard(deps, operator, query, draft),
    countDeadJobs(deps),
    query.date === today ? tomorrowLacks(deps, today) : null,
    query.booked == null ? null : justBooked(deps, query.booked),
  ]);
  await deps.drawingTurn();
  const lawDue = thresholdDue(today);
  return { board, deadJobs, lawDue, tomorrow, booked, act: { kind: "none" } };
}

async function justBooked(
  { bookings }: Pick<BoardDeps, "bookings">,
  id: BookingId,
): Promise<JustBooked | null> {
  const stored = await bookings.get(id);
  if (stored === null) return null;
  const { reference, trip } = stored.booking;
  return { id, reference, wallTime: trip.pickup.wallTime };
}
