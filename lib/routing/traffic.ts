// How the hour of the pickup changes driving times: one table for every engine.
import { greatCircleMeters } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";
import type { Route } from "./route.ts";
import { townShare } from "./time-scale.ts";

/** A clock time and the share of the usual daytime that driving then takes; between two rows, along a straight line. */
type Hour = readonly [time: `${number}:${number}`, share: number];

/**
 * When the rush is: the hours of a workday in which Göteborg's congestion tax is highest, from and until. There is none
 * on Saturdays, red days and days off.
 */
export const RUSH_HOURS: {
  hours: readonly (readonly [from: `${number}:${number}`, until: `${number}:${number}`])[];
  source: string;
  /** False until somebody has compared the hours with the statute in force. */
  verified: boolean;
} = {
  hours: [["7:00", "8:00"], ["15:30", "17:00"]],
  source: "lag (2004:629) om trängselskatt, Göteborg: 7.00–7.59 and 15.30–16.59",
  verified: false,
};

/** A dated table: an operator's quote says by `version` which one it was made from. */
export interface TrafficTable {
  version: string;
  source: string;
  /** False until driven times of our own have been compared with it. */
  verified: boolean;
  workday: readonly Hour[];
  dayOff: readonly Hour[];
}

/** The longest share holds in RUSH_HOURS; all shares lie around 1, the daytime of time-scale.ts. */
export const TRAFFIC: TrafficTable = {
  version: "2026-11",
  source: "our assumption, set by hand and not measured",
  verified: false,
  workday: [
    ["0:00", 0.85],
    ["5:30", 0.85],
    ["6:30", 1],
    ["7:00", 1.2],
    ["8:00", 1.2],
    ["9:00", 1],
    ["14:30", 1],
    ["15:30", 1.2],
    ["17:00", 1.2],
    ["18:30", 1],
    ["20:00", 0.9],
    ["22:00", 0.85],
    ["24:00", 0.85],
  ],
  dayOff: [
    ["0:00", 0.85],
    ["9:00", 0.85],
    ["11:00", 0.95],
    ["16:00", 0.95],
    ["19:00", 0.9],
    ["22:00", 0.85],
    ["24:00", 0.85],
  ],
};

/** The longest and the shortest of the table, as shares of the usual daytime. */
export const TRAFFIC_RANGE = rangeOf([...TRAFFIC.workday, ...TRAFFIC.dayOff]);

/** The towns with a rush: Göteborg, Stockholm, Malmö. Elsewhere the road is free all day. */
const RUSH_TOWNS: readonly Point[] = [
  { lat: 57.707, lng: 11.967 },
  { lat: 59.33, lng: 18.06 },
  { lat: 55.605, lng: 13 },
];
/** Up to this far from the middle of such a town the rush is felt in full, and from the second on no longer. */
const RUSH_METERS = 15_000;
const NO_RUSH_METERS = 35_000;

/** When a trip starts, by the clock on the wall. */
export interface PickupHour {
  /** Swedish local time, so a change night has the hour its clocks show. */
  minuteOfDay: number;
  /** Monday to Friday, neither red day nor eve off. */
  isWorkday: boolean;
}

/** The two ends of a trip. */
export interface TripEnds {
  from: Point;
  to: Point;
}

/** The route with the time it takes at this hour; its `dataVersion` names the table, too. Metres stay the same. */
export function inTraffic(route: Route, ends: TripEnds, hour: PickupHour): Route {
  const share = trafficShare(hour);
  const felt = share > 1 ? 1 + (share - 1) * rushFelt(ends) : share;
  // On the open road the hour changes as little as the queues of town do.
  const factor = 1 + (felt - 1) * townShare(route.distanceMeters);
  return {
    ...route,
    durationSeconds: Math.round(route.durationSeconds * factor),
    dataVersion: `${route.dataVersion}+traffic-${TRAFFIC.version}`,
  };
}

/** What driving in town takes at this hour, as a share of the usual daytime. */
export function trafficShare({ minuteOfDay, isWorkday }: PickupHour): number {
  const hours = isWorkday ? TRAFFIC.workday : TRAFFIC.dayOff;
  const next = Math.max(1, hours.findIndex(([time]) => minutesOf(time) >= minuteOfDay));
  const [[startTime, start], [endTime, end]] = [hours[next - 1]!, hours[next]!];
  const minutes = minuteOfDay - minutesOf(startTime);
  return start + (end - start) * minutes / (minutesOf(endTime) - minutesOf(startTime));
}

function rangeOf(hours: readonly Hour[]): { least: number; most: number } {
  const shares = hours.map(([, share]) => share);
  return { least: Math.min(...shares), most: Math.max(...shares) };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return 60 * hours + minutes;
}

/** 1 in a town with a rush, 0 far from all of them, between them in between; the nearer end counts. */
function rushFelt({ from, to }: TripEnds): number {
  const meters = Math.min(
    ...RUSH_TOWNS.flatMap((town) => [greatCircleMeters(town, from), greatCircleMeters(town, to)]),
  );
  return Math.max(0, Math.min(1, (NO_RUSH_METERS - meters) / (NO_RUSH_METERS - RUSH_METERS)));
}
