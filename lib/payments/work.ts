// What this room does beside requests: it brings about what is wanted of payments.
import { bindJob } from "../kv/job.ts";
import type { Work } from "../kv/work.ts";
import { carryOutJob } from "./carry-out-job.ts";
import { carryOutPayment } from "./carry-out-payment.ts";
import type { PayDeps } from "./open-payment.ts";

/** The work of the room. */
export function paymentWork(deps: PayDeps): Work {
  return { jobs: [bindJob(carryOutJob, { carryOut: (id) => carryOutPayment(deps, id) })] };
}
