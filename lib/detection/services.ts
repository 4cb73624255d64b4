// The services of this room.
import { DetectionStore } from "./detection-store.ts";
import { SecurityWatch, type WatchDeps } from "./security-watch.ts";

/** What this room gives to those above it. */
export interface DetectionServices {
  securityWatch: SecurityWatch;
  detection: DetectionStore;
}

/** Composes the room's services; from here on it hears of what happens. */
export function detectionServices(below: WatchDeps): DetectionServices {
  return { securityWatch: new SecurityWatch(below), detection: new DetectionStore(below) };
}
