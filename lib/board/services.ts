// The services of this room: the live streams of open boards.
import type { AccountServices } from "../accounts/services.ts";
import { freeVehicleCount } from "../fleet/free-vehicles.ts";
import type { FleetServices } from "../fleet/services.ts";
import type { Clock } from "../kernel/clock.ts";
import type { KvServices } from "../kv/services.ts";
import { BoardStreams } from "./board-streams.ts";

/** What this room gives to those above it. */
export interface BoardServices {
  streams: BoardStreams;
}

/** Composes the room's services. */
export function boardServices(
  below: KvServices & AccountServices & FleetServices & { clock: Clock; shutdown: AbortSignal },
): BoardServices {
  const { feed, sessions, clock, shutdown } = below;
  const freeVehicles = (atMs: number) => freeVehicleCount(below, atMs);
  return { streams: new BoardStreams({ feed, sessions, clock, freeVehicles, shutdown }) };
}
