// Everything a request may need, made once and passed on; a use case takes the few parts it uses.
import type { Clock } from "../kernel/clock.ts";
import { systemClock } from "../kernel/clock.ts";
import type { Config } from "../kernel/config.ts";
import { type RandomBytes, secureRandomBytes } from "../kernel/ids.ts";
import { KvSessionStore, type SessionStore } from "../accounts/session-store.ts";
import { BookingFeed } from "../booking/booking-feed.ts";
import { BookingStore } from "../booking/booking-store.ts";
import { FleetStore } from "../fleet/fleet-store.ts";
import { freeVehicleCount } from "../fleet/free-vehicles.ts";
import { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import { type JobQueue, jobTable } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import { QuoteStore } from "../pricing/quote-store.ts";
import { TariffStore } from "../pricing/tariff-store.ts";
import type { RoutingEngine } from "../routing/route.ts";
import type { Keys } from "../security/derive-keys.ts";
import { BoardStreams } from "../board/board-streams.ts";

/** The services of one process. */
export interface Services extends Keys {
  config: Config;
  clock: Clock;
  randomBytes: RandomBytes;
  timeZoneDataVersion: string;
  db: Database;
  places: PlaceIndex;
  routing: RoutingEngine;
  tariffs: TariffStore;
  quotes: QuoteStore;
  fleet: FleetStore;
  schedules: VehicleSchedules;
  bookings: BookingStore;
  feed: BookingFeed;
  sessions: SessionStore;
  streams: BoardStreams;
  jobs: JobQueue;
  /** Aborts when the server stops: long answers end then. */
  shutdown: AbortSignal;
}

/** What cannot be made from the rest; clock and randomness are the machine's unless a test chooses. */
export interface ServiceParts {
  config: Config;
  keys: Keys;
  db: Database;
  places: PlaceIndex;
  routing: RoutingEngine;
  timeZoneDataVersion: string;
  shutdown: AbortSignal;
  clock?: Clock;
  randomBytes?: RandomBytes;
}

/** Joins the parts to services. */
export function makeServices({ keys, ...parts }: ServiceParts): Services {
  const { db, clock = systemClock, randomBytes = secureRandomBytes } = parts;
  const fleet = new FleetStore(db);
  const schedules = new VehicleSchedules(db);
  const feed = new BookingFeed(db);
  const sessions = new KvSessionStore(db, clock);
  const freeVehicles = (atMs: number) => freeVehicleCount({ fleet, schedules }, atMs);
  return {
    ...parts,
    ...keys,
    clock,
    randomBytes,
    tariffs: new TariffStore(db),
    quotes: new QuoteStore(db),
    fleet,
    schedules,
    bookings: new BookingStore(db),
    feed,
    sessions,
    streams: new BoardStreams({ feed, sessions, clock, freeVehicles, shutdown: parts.shutdown }),
    jobs: jobTable(randomBytes),
  };
}
