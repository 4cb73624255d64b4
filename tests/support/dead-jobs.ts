// Jobs that were given up, as a test or a picture needs them.
import { ulid } from "../../lib/kernel/ids.ts";
import { dropDeadJob, listDeadJobs } from "../../lib/kv/dead-jobs.ts";
import type { DeadJob } from "../../lib/kv/job.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import type { Services } from "../../lib/assembly/services.ts";

/** A stored dead job: a booking that should have lapsed, unless the test says otherwise. */
export async function aDeadJob(
  { db, clock, randomBytes }: Pick<Services, "db" | "clock" | "randomBytes">,
  options: Partial<DeadJob> = {},
): Promise<DeadJob> {
  const now = clock.now();
  const job: DeadJob = {
    id: ulid(now.epochMilliseconds, randomBytes),
    kind: "expire-booking",
    payload: { bookingId: "01KAMZ8N00AVANT1TESTQ0TE09" },
    attempts: 8,
    lastError: "GatewayError: kv: database is locked",
    diedAt: now.subtract({ hours: 2 }).toString(),
    ...options,
  };
  await new Transaction(db).set(kvKeys.deadJob(job.id), job).commit();
  return job;
}

/** One dead job of every kind of row there is: with words, with a long error, and without anything known. */
export async function someDeadJobs(
  services: Pick<Services, "db" | "clock" | "randomBytes">,
): Promise<void> {
  await aDeadJob(services);
  const lastError = `Error: ${
    "the calendar of the vehicle could not be read and was tried again ".repeat(3)
  }`;
  await aDeadJob(services, { lastError, attempts: 1 });
  const row = { kind: "unreadable", payload: {}, attempts: 0, lastError: "", diedAt: null };
  await aDeadJob(services, row);
}

/** Nothing waits any more. */
export async function dropDeadJobs({ db }: Pick<Services, "db">): Promise<void> {
  for (const { id } of (await listDeadJobs({ db })).jobs) await dropDeadJob({ db }, id);
}
