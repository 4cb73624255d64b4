// Reads the rows of the registers and counts the report of a month.
import { z } from "zod";
import { driverPapers, type DriverPapersDeps } from "../fleet/driver-papers.ts";
import { keyFigures, keyReport, type KeyReportDeps } from "../security/key-report.ts";
import type { Clock } from "../kernel/clock.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";
import { readList } from "../kv/read.ts";
import type { AnyFamily, Key } from "../kv/family.ts";
import {
  type ComplianceReport,
  complianceReport,
  type LogCheck,
  type ReportRows,
} from "./compliance-report.ts";
import { listProcessors, type OutboundConfig } from "./list-processors.ts";
import { readAccessReview, type ReviewDeps } from "./review-access.ts";
import type { BreachStore } from "./breach-store.ts";

/** Most rows of one register that are read: a company with more needs another report. */
export const MAX_ROWS = 100_000;
/** Most runs of retention: one a night for three months. */
const MAX_RUNS = 100;

/** Entries of the audit log that are hashed again while somebody waits for a page. */
const MOST_CHECKED_FOR_A_PAGE = 5_000;
/** The same for the report of a month that is mailed: of more, the newest. */
export const MOST_CHECKED = 500_000;

/** What is counted of rows of other rooms; the registry leads to them. */
const consentRow = z.object({ granted: z.boolean(), at: z.string() });
const requestRow = z.object({
  type: z.string(),
  receivedAt: z.string(),
  closedAt: z.string().nullable(),
  dueOn: z.string(),
});
const noticeRow = z.object({ state: z.string(), madeAt: z.string(), changedAt: z.string() });
const erasureRow = z.object({ at: z.string() });

/** What it needs. What stands above this room is named by what is asked of it. */
export interface ReportDeps extends ReviewDeps, KeyReportDeps, DriverPapersDeps {
  db: KeyReportDeps["db"];
  clock: Clock;
  families: readonly AnyFamily[];
  breaches: BreachStore;
  config: OutboundConfig;
  retentionStore: { runs(limit: number): Promise<readonly { run: ReportRows["runs"][number] }[]> };
  endpoints: { list(): Promise<readonly { url: string; state: { kind: string } }[]> };
  detection: { findings(): Promise<readonly { at: string }[]> };
  auditAppender: {
    figures(): Promise<{ size: number; signedSize: number; waiting: number }>;
    newestCheckpoint(): Promise<string>;
  };
  auditChecker: { check(asked: { since: string; most: number }): Promise<LogCheck> };
}

/** Reads and counts it. Of the audit log the newest entries of the month and after it are hashed again, so many. */
export async function readReport(
  deps: ReportDeps,
  month: string,
  mostChecked = MOST_CHECKED_FOR_A_PAGE,
): Promise<ComplianceReport> {
  const [rows, check] = await Promise.all([
    readReportRows(deps),
    deps.auditChecker.check({ since: beginOf(month), most: mostChecked }),
  ]);
  return complianceReport({ ...rows, check }, month, deps.clock.now().toString());
}

/** The rows it is counted from. */
export async function readReportRows(deps: ReportDeps): Promise<Omit<ReportRows, "check">> {
  const [
    consents,
    requests,
    erasures,
    notices,
    runs,
    breaches,
    findings,
    endpoints,
    review,
    keys,
    papers,
    audit,
  ] = await Promise.all([
    rowsOf(deps, "consentRecord", consentRow),
    rowsOf(deps, "dataRequest", requestRow),
    rowsOf(deps, "erasureLedger", erasureRow),
    rowsOf(deps, "recipientNotice", noticeRow),
    deps.retentionStore.runs(MAX_RUNS),
    deps.breaches.list(),
    deps.detection.findings(),
    deps.endpoints.list(),
    readAccessReview(deps),
    keysOf(deps),
    driverPapers(deps),
    auditOf(deps),
  ]);
  const subscribers = endpoints.filter(({ state }) => state.kind === "on")
    .map(({ url }) => new URL(url).host);
  return {
    ...{ consents, requests, erasures, notices, breaches, findings, review, keys, papers, audit },
    runs: runs.map(({ run }) => run),
    processors: listProcessors(deps.config, subscribers),
  };
}

/** The rows of a family. Throws what the schema throws: a register that cannot be read has no figures. */
async function rowsOf<Row>(
  { db, families }: ReportDeps,
  name: string,
  schema: z.ZodType<Row>,
): Promise<Row[]> {
  const family = families.find((one) => one.name === name);
  if (family === undefined) throw new RangeError(`Cannot count ${name}: there is no such family`);
  const prefix: Key<unknown> = family.prefix;
  const rows = await readList(db.read, { prefix }, MAX_ROWS);
  return rows.map(({ value }) => schema.parse(value));
}

async function auditOf({ auditAppender }: ReportDeps): Promise<ReportRows["audit"]> {
  const [figures, checkpoint] = await Promise.all([
    auditAppender.figures(),
    auditAppender.newestCheckpoint(),
  ]);
  return { ...figures, checkpoint };
}

/** Null while their source cannot be asked: the report says so and goes on. */
async function keysOf(deps: ReportDeps): Promise<ReportRows["keys"]> {
  return await keyReport(deps).then((report) => keyFigures(report, deps.clock.now()), () => null);
}

/** The instant a month begins in Sweden. */
function beginOf(month: string): string {
  return Temporal.PlainDate.from(`${month}-01`).toZonedDateTime(HOME_ZONE).toInstant().toString();
}
