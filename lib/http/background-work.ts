// What runs beside requests: due jobs, the pruning of the feed and the counting of events. Ends with the services' shutdown signal.
import { countEvents } from "../booking/count-events.ts";
import { EXPIRE_JOB, expireBooking } from "../booking/expire-booking.ts";
import { bookingId } from "../booking/booking.ts";
import { type JobHandler, workJobs } from "../kv/jobs.ts";
import type { Services } from "./services.ts";

/** How often the job table is looked at, in milliseconds. */
const JOB_ROUND_MS = 5_000;
/** How often old feed entries are looked for, in milliseconds. */
const PRUNE_EVERY_MS = 10 * 60_000;

/** Starts the work; resolves once it has ended after shutdown. */
export async function startBackgroundWork(services: Services): Promise<void> {
  const prune = setInterval(() => void services.feed.prune(services.clock.now()), PRUNE_EVERY_MS);
  const stopCounting = countEvents(services, (error) => {
    console.error(JSON.stringify({ level: "error", event: "count failed", error: String(error) }));
  });
  try {
    await workJobs(services, jobHandlers(services), JOB_ROUND_MS, services.shutdown);
  } finally {
    stopCounting();
    clearInterval(prune);
  }
}

/** Who does which kind of job. */
export function jobHandlers(services: Services): Readonly<Record<string, JobHandler>> {
  return {
    [EXPIRE_JOB]: async (payload) => {
      await expireBooking(services, bookingId(payload["bookingId"] ?? ""));
    },
  };
}
