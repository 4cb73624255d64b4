// The services of this room: the days that boards look at, and their live streams.
import type { AccountServices } from "../accounts/services.ts";
import type { BookingServices } from "../booking/services.ts";
import type { FleetServices } from "../fleet/services.ts";
import type { Health } from "../health/health.ts";
import type { Clock } from "../kernel/clock.ts";
import type { KvServices } from "../kv/services.ts";
import { BoardStreams } from "./board-streams.ts";
import { DayBook } from "./day-book.ts";
import { type DrawingTurn, drawingTurns } from "./drawing-turns.ts";
import { machineTiming } from "../resilience/give-way.ts";
import { freeVehicleCount } from "./vehicles-now.ts";

/** What this room gives to those above it. */
export interface BoardServices {
  days: DayBook;
  streams: BoardStreams;
  /** Waited for before a board is drawn. */
  drawingTurn: DrawingTurn;
}

/** Composes the room's services. */
export function boardServices(
  below: KvServices & AccountServices & FleetServices & BookingServices & {
    clock: Clock;
    shutdown: AbortSignal;
    health: Health;
  },
): BoardServices {
  const { feed, sessions, clock, shutdown, health } = below;
  const days = new DayBook({ ...below, timing: machineTiming });
  const beat = async () => {
    const freeVehicles = await freeVehicleCount({ ...below, days });
    const nowMs = clock.now().epochMilliseconds;
    return { nowMs, freeVehicles, days: days.counts(), down: health.down() };
  };
  const drawingTurn = drawingTurns(machineTiming);
  const streams = new BoardStreams({ feed, sessions, shutdown, beat });
  // What goes down is told at once, not with the next beat.
  health.listen(() => void streams.tell());
  return { days, streams, drawingTurn };
}
