// The report of the month before is mailed on its own from the first of each month, once: the row of a month is made with
// the job that mails it, and a mail that is sent again has the same id.
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import { textsFor } from "../i18n/texts.ts";
import { DEFAULT_LOCALE } from "../kernel/locale.ts";
import { localDate } from "../kernel/wall-time.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import { readEntry } from "../kv/read.ts";
import type { MailService } from "../mail/services.ts";
import { type ComplianceReport, monthBefore, REPORT_SECTIONS } from "./compliance-report.ts";
import { checkWords } from "./check-words.ts";
import { complianceKeys } from "./keys.ts";
import { MOST_CHECKED, readReport, type ReportDeps } from "./read-report.ts";
import { mailReceivers } from "./mail-receivers.ts";

/** What sending needs. */
export interface SendReportDeps extends Omit<ReportDeps, "config"> {
  jobs: JobQueue;
  mail: MailService | null;
  config: ReportDeps["config"] & { reportMail: readonly string[]; origin: string };
}

const payload = z.object({ month: z.string() });

/** Mails the report of a month. */
export const sendReportJob = jobKind("send-compliance-report", payload, sendReport);

/** Makes the row of the month before with its job, unless it is there. */
export async function beginReport({ db, clock, jobs }: SendReportDeps): Promise<void> {
  const now = clock.now();
  const month = monthBefore(localDate(now));
  await commitWithRetry<null>(db, async (tx) => {
    const { key, value } = await readEntry(db.read, complianceKeys.report(month));
    if (value !== null) return new Unwritten(null);
    tx.check(key, null).set(complianceKeys.report(month), { begunAt: now.toString() });
    jobs.add(tx, sendReportJob, { month }, now.epochMilliseconds);
    return null;
  });
}

/** Mails it to whom the settings name, else to the data protection officers; to nobody without a mail server. */
export async function sendReport(
  deps: SendReportDeps,
  { month }: z.infer<typeof payload>,
): Promise<void> {
  const to = await mailReceivers(deps, deps.config.reportMail, "data-protection-officer");
  if (deps.mail === null || to.length === 0) return;
  const report = await readReport(deps, month, MOST_CHECKED);
  const { compliance } = textsFor(DEFAULT_LOCALE);
  const handed = await deps.mail.send({
    id: `compliance-report-${month}`,
    at: report.at,
    to,
    subject: compliance.report.subject(month),
    text: reportLines(report, deps.config.origin).join("\n"),
    isAutomatic: true,
  });
  if (handed === undefined) throw new GatewayError("smtp", "The mail server is left alone", true);
}

/** The report as lines of plain text. */
export function reportLines(
  { month, sections, checkpoint, check }: ComplianceReport,
  origin: string,
): string[] {
  const { compliance: { report: words } } = textsFor(DEFAULT_LOCALE);
  const lines = REPORT_SECTIONS.flatMap((section) => [
    "",
    words.sections[section],
    ...Object.entries(sections[section]).map(([name, count]) =>
      `  ${wordOf(words.figures, name)}: ${count}`
    ),
  ]);
  const signed = checkpoint === ""
    ? []
    : ["", checkWords(words, check), "", words.checkpoint, "", checkpoint.trimEnd()];
  return [words.subject(month), ...lines, "", `${origin}/admin/compliance`, ...signed];
}

function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}
