// What runs beside requests: the work every room declares. Ends with the services' shutdown signal.
import { auditWork } from "../audit/work.ts";
import { alarmWork } from "../alarms/work.ts";
import { cacheWork } from "../cache/work.ts";
import { boardWork } from "../board/work.ts";
import { bookingChanged } from "../booking/booking-feed.ts";
import { bookingWork } from "../booking/work.ts";
import { bookkeepingWork } from "../bookkeeping/work.ts";
import { fortnoxWork } from "../fortnox/work.ts";
import { checkoutWork } from "../checkout/work.ts";
import { complianceWork } from "../compliance/work.ts";
import { detectionWork } from "../detection/work.ts";
import { edgeWork } from "../edge/work.ts";
import { fleetWork } from "../fleet/work.ts";
import { backfillRounds } from "../kv/backfill.ts";
import { type FeedReader, readFeed } from "../kv/feed-reader.ts";
import type { Job } from "../kv/job.ts";
import { runDueJobs } from "../kv/jobs.ts";
import { FEEL_EVERY_MS } from "../resilience/queue-limit.ts";
import { LOOK_EVERY_MS } from "../resilience/rush-report.ts";
import { Sweep } from "../kv/sweep.ts";
import { sealOldFeed, sealOldRows } from "../kv/seal-old-rows.ts";
import { dropRetired } from "../kv/retired.ts";
import { keepRounds, type Rounds } from "../kv/rounds.ts";
import { incidentWork } from "../incidents/work.ts";
import { kvWork, type Work } from "../kv/work.ts";
import { messageWork } from "../messages/work.ts";
import { landmarkChanged } from "../places/landmark-feed.ts";
import { paymentWork } from "../payments/work.ts";
import { placeWork } from "../places/work.ts";
import { pricingWork } from "../pricing/work.ts";
import { KEY_FAMILIES, RETIRED_FAMILIES } from "./key-registry.ts";
import { privacyWork } from "../privacy/work.ts";
import { reconciliationWork } from "../reconciliation/work.ts";
import { retentionWork } from "../retention/work.ts";
import { securityWork } from "../security/work.ts";
import { webhookWork } from "../webhooks/work.ts";
import type { Services } from "./services.ts";

/** How often the job table is looked at, in milliseconds. */
const JOB_ROUND_MS = 5_000;
/** How often readers look at the feed when nothing wakes them, in milliseconds. */
const READ_ROUND_MS = 30_000;
/** How often rows that nobody reads any more are looked for, in milliseconds. */
const RETIRED_ROUND_MS = 60_000;
/** Most commits of one such round; a million rows are gone in four hours, and bookings get their turn. */
const RETIRED_COMMITS = 20;

/** How long failures on their way to Sentry are waited for at the end, in milliseconds. */
const SENTRY_DRAIN_MS = 2_000;
/** How often rows whose time is over are looked for, in milliseconds. */
const SWEEP_ROUND_MS = 10_000;
/** How often all parts are looked at when no supervisor asks, in milliseconds: one small write each. */
const HEALTH_ROUND_MS = 5_000;
/** How often the machine's clock is compared with what has really passed, in milliseconds. */
const CLOCK_ROUND_MS = 1_000;

/** The work of all rooms: a new room that has some is one line. */
export function roomWork(services: Services): Work[] {
  return [
    kvWork(services),
    sealingWork(services),
    securityWork(services),
    auditWork(services),
    cacheWork(services),
    incidentWork(services),
    alarmWork(services),
    placeWork(services),
    fleetWork(services),
    edgeWork(services),
    pricingWork({
      ...services,
      noteFailure: (error) =>
        void services.incidents.note(error, { operation: "looking for days that cannot be sold" }),
    }),
    bookingWork(services),
    checkoutWork(services),
    bookkeepingWork(services),
    reconciliationWork(services),
    fortnoxWork(services),
    paymentWork(services),
    messageWork(services),
    privacyWork(services),
    webhookWork(services),
    retentionWork(services),
    complianceWork(services),
    detectionWork(services),
    boardWork(services),
  ];
}

/** Seals what earlier releases left as it was. */
function sealingWork({ db }: Pick<Services, "db">): Work {
  if (db.sealer === undefined) return {};
  const sealed = KEY_FAMILIES.filter((family) => family.sealed !== undefined);
  return {
    backfills: [
      ...sealed.map((family) => sealOldRows(family)),
      sealOldFeed([bookingChanged, landmarkChanged]),
    ],
  };
}

/** Starts the work; resolves once it has ended after shutdown. */
export async function startBackgroundWork(services: Services): Promise<void> {
  const rounds: Rounds[] = [
    ...roundsOf(services, roomWork(services)),
    watchClock(services),
    watchHealth(services),
    ...(services.config.shedding === "on" ? rushRounds(services) : []),
    {
      name: "jobs",
      everyMs: JOB_ROUND_MS,
      isByTheClock: true,
      round: () => runRoomJobs(services),
    },
    sweepRounds(services),
    {
      name: "dropping retired rows",
      everyMs: RETIRED_ROUND_MS,
      round: () => dropSomeRetired(services),
    },
  ];
  const onFailure = (name: string, error: unknown) => {
    services.log.error("background work failed", { code: name, error });
    services.incidents.note(error, { operation: name });
  };
  const kept = rounds.map((one) => keepRounds(timely(services, one), services.shutdown, onFailure));
  await Promise.all(kept);
  // What failed while everything ended is worth knowing, too.
  await services.incidents.flush().catch((error) => onFailure("writing away failures", error));
  await services.sentry?.flush(SENTRY_DRAIN_MS);
}

/** What acts by the time of day waits while the clock is doubtful. */
function timely({ clockWatch }: Pick<Services, "clockWatch">, rounds: Rounds): Rounds {
  if (!rounds.isByTheClock) return rounds;
  const round = () => clockWatch.isTrusted() ? rounds.round() : Promise.resolve();
  return { ...rounds, round };
}

/** Says once that the clock was set and what waits for it, and once that it is right again. */
export function watchClock({ clockWatch, log }: Pick<Services, "clockWatch" | "log">): Rounds {
  let wasTrusted = true;
  return {
    name: "looking at the clock",
    everyMs: CLOCK_ROUND_MS,
    round() {
      const isTrusted = clockWatch.isTrusted();
      const seconds = Math.round(clockWatch.jumpMs() / 1_000);
      if (isTrusted && !wasTrusted) log.warn("the clock is right again, jobs go on");
      if (!isTrusted && wasTrusted) log.error("the clock was set, jobs wait", { count: seconds });
      wasTrusted = isTrusted;
      return Promise.resolve();
    },
  };
}

function watchHealth({ health }: Pick<Services, "health">): Rounds {
  const round = async () => void await health.look();
  return { name: "looking at the parts", everyMs: HEALTH_ROUND_MS, round };
}

function rushRounds({ shedder, rush }: Pick<Services, "shedder" | "rush">): Rounds[] {
  const feel = () => Promise.resolve(shedder.feel());
  const look = () => Promise.resolve(rush.look());
  return [
    { name: "feeling the load", everyMs: FEEL_EVERY_MS, round: feel },
    { name: "telling of a rush", everyMs: LOOK_EVERY_MS, round: look },
  ];
}

function sweepRounds({ db, clock }: Pick<Services, "db" | "clock">): Rounds {
  const sweep = new Sweep(db, KEY_FAMILIES);
  return {
    name: "deleting what is over",
    everyMs: SWEEP_ROUND_MS,
    isByTheClock: true,
    round: () => sweep.next(clock),
  };
}

/** The rounds of some rooms: their own, those that read the feed, those that walk over old rows. */
export function roundsOf(services: Services, work: readonly Work[]): Rounds[] {
  return work.flatMap(({ rounds = [], readers = [], backfills = [] }) => [
    ...rounds,
    ...readers.map((reader) => readerRounds(services, reader)),
    ...backfills.map((walk) => backfillRounds(services.db, walk)),
  ]);
}

function readerRounds(services: Services, reader: FeedReader): Rounds {
  return {
    name: `reading the feed for ${reader.name}`,
    everyMs: READ_ROUND_MS,
    round: () => readToEnd(services, reader),
    wake: (listener) => services.feed.listen(listener),
  };
}

async function readToEnd(services: Services, reader: FeedReader): Promise<void> {
  const onBehind = (name: string) => services.log.error("feed reader fell behind", { code: name });
  // Each turn moves ahead by a bounded number of commits, or lost a race to a process that did.
  while (!services.shutdown.aborted && !await readFeed({ ...services, onBehind }, reader));
}

async function dropSomeRetired({ db, shutdown }: Services): Promise<void> {
  for (let commits = 0; commits < RETIRED_COMMITS && !shutdown.aborted; commits++) {
    if (await dropRetired(db, RETIRED_FAMILIES)) return;
  }
}

/** Runs the jobs of all rooms that are due; how many ran. Throws as `runDueJobs` does. */
export async function runRoomJobs(services: Services): Promise<number> {
  const jobs = roomWork(services).flatMap((room) => room.jobs ?? []);
  const onFailure = ({ kind, id, attempts }: Job, error: unknown) => {
    services.log.error("job failed", { code: kind, id, count: attempts, error });
    services.incidents.note(error, { operation: kind });
  };
  const count = await runDueJobs({ ...services, onFailure }, jobs);
  if (count > 0) services.log.debug("jobs ran", { count });
  return count;
}

/** Reads the feed to its end for the readers of all rooms. */
export async function readRoomFeeds(services: Services): Promise<void> {
  for (const reader of roomWork(services).flatMap((room) => room.readers ?? [])) {
    await readToEnd(services, reader);
  }
}
