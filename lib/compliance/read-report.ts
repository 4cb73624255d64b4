// Reads the rows of the registers and counts the report of a month.
import type { Clock } from "../kernel/clock.ts";
import { readList } from "../kv/read.ts";
import type { Key } from "../kv/family.ts";
import { privacyKeys } from "../privacy/keys.ts";
import { securityKeys } from "../security/keys.ts";
import { type ComplianceReport, complianceReport, type ReportRows } from "./compliance-report.ts";
import { listProcessors, type OutboundConfig } from "./list-processors.ts";
import { readAccessReview, type ReviewDeps } from "./review-access.ts";
import type { BreachStore } from "./breach-store.ts";

/** Most rows of one register that are read: a company with more needs another report. */
const MAX_ROWS = 100_000;
/** Most runs of retention: one a night for three months. */
const MAX_RUNS = 100;

/** What it needs. What stands above this room is named by what is asked of it. */
export interface ReportDeps extends ReviewDeps {
  clock: Clock;
  breaches: BreachStore;
  config: OutboundConfig;
  retentionStore: { runs(limit: number): Promise<readonly { run: ReportRows["runs"][number] }[]> };
  keyRing: { current(): Promise<{ version: number }> };
  endpoints: { list(): Promise<readonly { url: string; state: { kind: string } }[]> };
  detection: { findings(): Promise<readonly { at: string }[]> };
}

/** Reads and counts it. */
export async function readReport(deps: ReportDeps, month: string): Promise<ComplianceReport> {
  const rows = await readReportRows(deps);
  return complianceReport(rows, month, deps.clock.now().toString());
}

/** The rows it is counted from. */
export async function readReportRows(deps: ReportDeps): Promise<ReportRows> {
  const all = async <Row>(prefix: Key<Row>) =>
    (await readList(deps.db.read, { prefix }, MAX_ROWS)).map(({ value }) => value);
  const [consents, requests, erasures, runs, breaches, findings, endpoints, review, keyVersion] =
    await Promise.all([
      all(privacyKeys.consentRecord.prefix),
      all(privacyKeys.dataRequest.prefix),
      all(securityKeys.erasureLedger.prefix),
      deps.retentionStore.runs(MAX_RUNS),
      deps.breaches.list(),
      deps.detection.findings(),
      deps.endpoints.list(),
      readAccessReview(deps),
      versionOf(deps),
    ]);
  const subscribers = endpoints.filter(({ state }) => state.kind === "on")
    .map(({ url }) => new URL(url).host);
  return {
    ...{ consents, requests, erasures, breaches, findings, review, keyVersion },
    runs: runs.map(({ run }) => run),
    processors: listProcessors(deps.config, subscribers),
  };
}

/** 0 while its source cannot be asked: the report says so and goes on. */
async function versionOf({ keyRing }: ReportDeps): Promise<number> {
  return await keyRing.current().then(({ version }) => version, () => 0);
}
