// What runs beside requests: due jobs, the pruning of the feed and the counting of events. Ends with the services' shutdown signal.
import { countEvents } from "../booking/count-events.ts";
import { EXPIRE_JOB, expireBooking } from "../booking/expire-booking.ts";
import { bookingId } from "../booking/booking.ts";
import { type JobHandler, runDueJobs } from "../kv/jobs.ts";
import { keepRounds, type Rounds } from "../kv/rounds.ts";
import type { Services } from "./services.ts";

/** How often the job table is looked at, in milliseconds. */
const JOB_ROUND_MS = 5_000;
/** How often old feed entries are looked for, in milliseconds. */
const PRUNE_EVERY_MS = 10 * 60_000;

/** Starts the work; resolves once it has ended after shutdown. */
export async function startBackgroundWork(services: Services): Promise<void> {
  const onFailure = (name: string, error: unknown) =>
    console.error(
      JSON.stringify({ level: "error", event: `${name} failed`, error: String(error) }),
    );
  const stopCounting = countEvents(services, (error) => onFailure("count", error));
  await Promise.all(
    rounds(services).map((one) => keepRounds(one, services.shutdown, onFailure)),
  );
  stopCounting();
}

function rounds(services: Services): Rounds[] {
  const handlers = jobHandlers(services);
  return [
    { name: "jobs", everyMs: JOB_ROUND_MS, round: () => runDueJobs(services, handlers) },
    {
      name: "pruning the feed",
      everyMs: PRUNE_EVERY_MS,
      round: () => services.feed.prune(services.clock.now()),
    },
  ];
}

/** Who does which kind of job. */
export function jobHandlers(services: Services): Readonly<Record<string, JobHandler>> {
  return {
    [EXPIRE_JOB]: async (payload) => {
      await expireBooking(services, bookingId(payload["bookingId"] ?? ""));
    },
  };
}
