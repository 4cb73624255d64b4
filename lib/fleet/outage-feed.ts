// What the feed tells of vehicles that leave traffic and come back.
import type { FeedBody } from "../kv/feed-row.ts";
import { feedKind } from "../kv/feed-row.ts";
import type { VehicleId } from "./vehicle.ts";

/** The outages of a vehicle are others than before; which ones stands in its row alone, with who said why. */
export interface OutagesChanged extends FeedBody {
  vehicleId: VehicleId;
}

/** Entries of outages. */
export const outagesChanged = feedKind<OutagesChanged>("outages");
