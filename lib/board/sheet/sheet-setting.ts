// What a sheet needs around it to be drawn: names of the fleet, places to offer, and the frame's own facts.
import { makeFormToken } from "../../accounts/form-token.ts";
import type { OperatorSession } from "../../accounts/session.ts";
import type { FleetStore } from "../../fleet/fleet-store.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { RandomBytes } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { countDeadJobs } from "../../kv/dead-jobs.ts";
import type { Database } from "../../kv/open.ts";
import { popularPlaces } from "../../places/popular-places.ts";
import type { Place } from "../../places/place.ts";
import type { PlaceIndex } from "../../places/place-index.ts";
import { fleetNames } from "../board-data.ts";
import type { FleetNames } from "../day.ts";
import type { DeadJobCount } from "../dead-jobs.ts";

/** What reading it needs. */
export interface SheetSettingDeps {
  db: Pick<Database, "read">;
  fleet: FleetStore;
  places: PlaceIndex;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** What stands around a sheet. */
export interface SheetSetting {
  locale: Locale;
  fleet: FleetNames;
  popular: readonly Place[];
  nowMs: number;
  formToken: string;
  deadJobs: DeadJobCount;
}

/** Reads it for an operator. */
export async function sheetSetting(
  deps: SheetSettingDeps,
  operator: OperatorSession,
  locale: Locale,
): Promise<SheetSetting> {
  const [fleet, formToken, deadJobs] = await Promise.all([
    fleetNames(deps),
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  const popular = popularPlaces(deps.places, locale);
  const nowMs = deps.clock.now().epochMilliseconds;
  return { locale, fleet, popular, nowMs, formToken, deadJobs };
}
