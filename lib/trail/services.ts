// The services of this room: how many reports are taken, and where their places are found.
import type { Clock } from "../kernel/clock.ts";
import { ReportLimit } from "./report-limit.ts";
import { NO_REPLAY, type SessionReplay } from "./session-replay.ts";
import { type ReadMap, SourcePlaces } from "./source-map-gateway.ts";

/** What this room gives to those above it. */
export interface TrailServices {
  reportLimit: ReportLimit;
  sourcePlaces: SourcePlaces;
  replay: SessionReplay;
}

/** Composes the room's services; `readMap` is given by tests alone. */
export function trailServices(below: { clock: Clock; readMap?: ReadMap }): TrailServices {
  return {
    reportLimit: new ReportLimit(below),
    sourcePlaces: new SourcePlaces(below.readMap),
    replay: NO_REPLAY,
  };
}
