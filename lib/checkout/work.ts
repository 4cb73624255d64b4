// What this room does beside requests: it settles rides that somebody pays beforehand.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { settleBooking, type SettleDeps } from "./settle-booking.ts";
import { settleJob } from "./settle-job.ts";
import { type SettlingDeps, settlingReader } from "./settle-rides.ts";

/** The work of the room. */
export function checkoutWork(deps: SettleDeps & SettlingDeps): Work {
  return {
    jobs: [bindJob(settleJob, { settle: (settling) => settleBooking(deps, settling) })],
    readers: [settlingReader(deps)],
  };
}
