// The newest checkpoint of the audit log is mailed each day, with the key and the command that check it: what has left the
// house nobody who can write to the database can take back. Once a day, as the report of a month: its row is made with its job.
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Clock } from "../kernel/clock.ts";
import { DEFAULT_LOCALE } from "../kernel/locale.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { MailService } from "../mail/services.ts";
import { complianceKeys } from "./keys.ts";
import { mailReceivers, type ReceiverDeps } from "./mail-receivers.ts";

/** What sending needs. */
export interface SendCheckpointDeps extends ReceiverDeps {
  config: { reportMail: readonly string[] };
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  mail: MailService | null;
  auditAppender: { newestCheckpoint(): Promise<string> };
  auditSigner: { verifierKey: string };
}

const payload = z.object({ date: z.string() });

/** Mails the checkpoint of a day. */
export const sendCheckpointJob = jobKind("send-audit-checkpoint", payload, sendCheckpoint);

/** Makes the row of today with its job, unless it is there or nothing was ever signed. */
export async function beginCheckpoint(
  { db, clock, jobs, auditAppender }: SendCheckpointDeps,
): Promise<void> {
  const now = clock.now();
  const date = localDate(now);
  const row = complianceKeys.report(date);
  const [{ value }, note] = await Promise.all([
    readEntry(db.read, row),
    auditAppender.newestCheckpoint(),
  ]);
  if (value !== null || note === "") return;
  await commitWithRetry<null>(db, async (tx) => {
    if ((await readEntry(db.write, row)).value !== null) return new Unwritten(null);
    tx.check(row, null).set(row, { begunAt: now.toString() });
    jobs.add(tx, sendCheckpointJob, { date }, now.epochMilliseconds);
    return null;
  });
}

/** Mails it to whom the report goes; to nobody without a mail server. A mail that is sent again has the same id. */
export async function sendCheckpoint(
  deps: SendCheckpointDeps,
  { date }: z.infer<typeof payload>,
): Promise<void> {
  const to = await mailReceivers(deps, deps.config.reportMail, "data-protection-officer");
  if (deps.mail === null || to.length === 0) return;
  const { checkpoint: words } = textsFor(DEFAULT_LOCALE).compliance;
  const note = await deps.auditAppender.newestCheckpoint();
  const lines = [
    ...[words.lead, "", note.trimEnd(), ""],
    ...[words.key, "", `  ${deps.auditSigner.verifierKey}`, ""],
    ...[words.check, "", words.command, ""],
    words.trouble,
  ];
  const handed = await deps.mail.send({
    id: `audit-checkpoint-${date}`,
    at: deps.clock.now().toString(),
    to,
    subject: words.subject(date),
    text: lines.join("\n"),
    isAutomatic: true,
  });
  if (handed === undefined) throw new GatewayError("smtp", "The mail server is left alone", true);
}
