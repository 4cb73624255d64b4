// Whoever plans the drivers is mailed when papers of theirs run out: one mail a day with all that have come to one of the days
// before their end, each once for each. The job of a day is made with the row that says so; a mail that is sent again has the
// same id.
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import type { CheckKind } from "../fleet/driver-check.ts";
import { driverPapers, type DriverPapersDeps } from "../fleet/driver-papers.ts";
import type { DriverId } from "../fleet/vehicle.ts";
import { textsFor } from "../i18n/texts.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { DEFAULT_LOCALE } from "../kernel/locale.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry } from "../kv/read.ts";
import type { MailService } from "../mail/services.ts";
import { complianceKeys } from "./keys.ts";
import {
  type DuePaper,
  paperName,
  type PaperReminder,
  papersToRemind,
} from "./paper-reminder-rules.ts";
import { mailReceivers, type ReceiverDeps } from "./mail-receivers.ts";

/** Rows written in one commit. */
const ROWS_PER_COMMIT = 100;

/** What reminding needs. */
export interface RemindOfPapersDeps extends DriverPapersDeps {
  db: Database;
  jobs: JobQueue;
  mail: MailService | null;
  people: ReceiverDeps["people"];
  config: { paperReminderDays: readonly number[]; paperMail: readonly string[]; origin: string };
}

const payload = z.object({ day: z.string().refine(isLocalDate) });

/** Mails what there is to remind of on a day. */
export const remindOfPapersJob = jobKind("remind-of-papers", payload, remindOfPapers);

/** Makes the job of the day, unless there is one or nothing to remind of. */
export async function beginPaperReminder(deps: RemindOfPapersDeps): Promise<void> {
  const { db, clock, jobs, mail } = deps;
  if (mail === null || (await papersDue(deps)).length === 0) return;
  const now = clock.now();
  const day = localDate(now);
  await commitWithRetry<null>(db, async (tx) => {
    const row = complianceKeys.report(`papers ${day}`);
    if ((await readEntry(db.write, row)).versionstamp !== null) return new Unwritten(null);
    tx.check(row, null).set(row, { begunAt: now.toString() });
    jobs.add(tx, remindOfPapersJob, { day }, now.epochMilliseconds);
    return null;
  });
}

async function remindOfPapers(
  deps: RemindOfPapersDeps,
  { day }: z.infer<typeof payload>,
): Promise<void> {
  const { mail, config, clock, people } = deps;
  const [due, to] = await Promise.all([
    papersDue(deps),
    mailReceivers({ people }, config.paperMail, "admin"),
  ]);
  if (mail === null || to.length === 0 || due.length === 0) return;
  const words = textsFor(DEFAULT_LOCALE).driverChecks.mail;
  const handed = await mail.send({
    ...{ id: `driver-papers-${day}`, at: clock.now().toString(), to },
    ...{ subject: words.subject(due.length), text: reminderLines(due, config.origin).join("\n") },
    isAutomatic: true,
  });
  if (handed === undefined) throw new GatewayError("smtp", "The mail server is left alone", true);
  await writeTold(deps, due);
}

/** The mail as lines of plain text: days and kinds, and whom they are of as every page says it. */
function reminderLines(due: readonly DuePaper[], origin: string): string[] {
  const { driverChecks: { kinds, mail: words } } = textsFor(DEFAULT_LOCALE);
  const lines = due.toSorted((a, b) => a.left - b.left).map(({ driver, kind, goodUntil, left }) =>
    words.line(driver.name, kinds[kind], goodUntil, left)
  );
  return [words.lead, "", ...lines, "", `${origin}/admin/drivers`];
}

async function papersDue(deps: RemindOfPapersDeps): Promise<DuePaper[]> {
  const drivers = await driverPapers(deps);
  const papers = drivers.flatMap(({ driver, papers }) =>
    papers.flatMap(({ kind, state }) => state === "missing" ? [] : [{ driver: driver.id, kind }])
  );
  return papersToRemind(drivers, await readTold(deps, papers), {
    today: localDate(deps.clock.now()),
    daysBefore: deps.config.paperReminderDays,
  });
}

async function readTold(
  { db }: RemindOfPapersDeps,
  papers: readonly { driver: DriverId; kind: CheckKind }[],
): Promise<ReadonlyMap<string, PaperReminder>> {
  const keys = papers.map(({ driver, kind }) => complianceKeys.paperReminder(driver, kind));
  const rows = await readEntries(db.write, keys);
  const told = papers.map(({ driver, kind }, i) =>
    [paperName(driver, kind), rows[i]?.value ?? null] as const
  );
  return new Map(told.flatMap(([name, row]) => row === null ? [] : [[name, row] as const]));
}

async function writeTold({ db }: RemindOfPapersDeps, due: readonly DuePaper[]): Promise<void> {
  for (let i = 0; i < due.length; i += ROWS_PER_COMMIT) {
    await commitWithRetry(db, (tx) => {
      for (const { driver, kind, goodUntil, days } of due.slice(i, i + ROWS_PER_COMMIT)) {
        tx.set(complianceKeys.paperReminder(driver.id, kind), { goodUntil, days });
      }
      return Promise.resolve();
    });
  }
}
