// The figures of the report equal the registers: rows are written by the product, and counted here a second way.
import assert from "node:assert/strict";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { CENTRAL } from "../../lib/accounts/role.ts";
import { quarterEnd, quarterOf } from "../../lib/compliance/access-review.ts";
import {
  complianceReport,
  monthBefore,
  REPORT_SECTIONS,
  type ReportRows,
} from "../../lib/compliance/compliance-report.ts";
import { changeBreach, registerBreach } from "../../lib/compliance/change-breach.ts";
import { readReport, readReportRows } from "../../lib/compliance/read-report.ts";
import { confirmAccess, readAccessReview } from "../../lib/compliance/review-access.ts";
import { beginReport, reportLines, sendReport } from "../../lib/compliance/send-report.ts";
import { openCheckpoint } from "../../lib/audit/checkpoint.ts";
import { noteVerifier } from "../../lib/audit/signed-note.ts";
import { anAuditEntry } from "../support/audit-entries.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { BARE_BREACH, HANNA } from "../support/breaches.ts";
import { mailServer } from "../support/mail-server.ts";
import { anOperator, aPerson, testProduct } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

const EMPTY: ReportRows = {
  ...{ consents: [], requests: [], runs: [], erasures: [], keys: null, papers: [], breaches: [] },
  audit: { size: 0, signedSize: 0, waiting: 0, checkpoint: "" },
  check: { size: 0, isSigned: true, from: 0, firstBad: null },
  ...{ processors: [], notices: [], findings: [], review: { quarter: "2026-Q4", people: [] } },
};
const AT = "2026-11-30T12:00:00Z";

Deno.test("times of a month are Sweden's: its first and last moments count, their neighbours do not", () => {
  const consents = [
    "2026-10-31T22:59:59Z",
    "2026-10-31T23:00:00Z",
    "2026-11-30T22:59:59Z",
    "2026-11-30T23:00:00Z",
  ]
    .map((at) => ({ at, granted: true }));
  const { sections } = complianceReport({ ...EMPTY, consents }, "2026-11", AT);
  assert.deepEqual(sections.consents, { given: 2, refusedOrWithdrawn: 0 });
  assert.deepEqual(Object.keys(sections), [...REPORT_SECTIONS]);
});

Deno.test("a request is in time on its last day, late on the next, and overdue while it is open", () => {
  const one = { type: "access", receivedAt: "2026-10-10T10:00:00Z", dueOn: "2026-11-10" };
  const review = { ...one, type: "review", receivedAt: "2026-11-12T10:00:00Z" };
  const requests = [
    { ...one, closedAt: "2026-11-10T22:59:00Z" },
    { ...one, closedAt: "2026-11-10T23:00:00Z" },
    { ...one, closedAt: null },
    { ...one, closedAt: null, dueOn: "2026-11-30" },
    { ...review, closedAt: null, dueOn: "2026-12-12" },
  ];
  const { sections } = complianceReport({ ...EMPTY, requests }, "2026-11", AT);
  assert.deepEqual(sections.requests, {
    received: 1,
    reviews: 1,
    closed: 2,
    inTime: 1,
    late: 1,
    open: 3,
    overdue: 1,
  });
});

Deno.test("the report of a product that was used equals what its rows say, counted another way", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const made = await registerBreach(services, BARE_BREACH, HANNA);
  const other = await registerBreach(services, BARE_BREACH, HANNA);
  assert(made.ok && other.ok);
  const command = { type: "authority-told", reference: "1", late: "" } as const;
  await changeBreach(services, { id: made.breach.id, version: 1, command, by: HANNA });
  clock.advance({ hours: 73 });
  const late = { ...command, late: "helg" };
  await changeBreach(services, { id: other.breach.id, version: 1, command: late, by: HANNA });
  for (let i = 0; i < 5; i++) {
    const atMs = services.clock.now().epochMilliseconds;
    services.securityEvents.note({ kind: "report-unknown", atMs, network: "N", target: String(i) });
  }
  await services.securityWatch.flush();
  const { sections } = await readReport(services, "2026-11");
  const count = async (name: string, keep: (row: never) => boolean = () => true) => {
    const rows = await Array.fromAsync(services.db.read.list({ prefix: [name] }));
    return rows.filter(({ value }) => keep(value as never)).length;
  };
  assert.equal(sections.breaches.registered, await count("breach"));
  assert.equal(
    sections.breaches.notifiedInTime,
    await count(
      "breach",
      ({ authority: { late } }: { authority: { late: string } }) => late === "",
    ),
  );
  assert.deepEqual(sections.breaches, { registered: 2, notified: 2, notifiedInTime: 1, open: 2 });
  assert.equal(sections.findings.found, await count("securityFinding"));
  assert.equal(sections.findings.found, 1);
  assert.equal(sections.accessReview.staff, await count("staff"));
  assert.equal(sections.keys.erasures, await count("erasureLedger"));
  assert.equal(sections.consents.given, await count("consentRecord"));
  assert.equal((await readReportRows(services)).requests.length, await count("dataRequest"));
});

Deno.test("the report has the head of the audit log as it was signed, and so has its mail", async () => {
  await using test = await testServices();
  const { services } = test;
  assert.equal((await readReport(services, "2026-11")).checkpoint, "");
  const index = await anAuditEntry(services, { personId: "P", why: "" });
  const report = await readReport(services, "2026-11");
  const { size, root } = openCheckpoint(
    report.checkpoint,
    noteVerifier(services.auditSigner.verifierKey),
  );
  assert.equal(size, Number(index) + 1);
  assert.equal(root.length, 32);
  assert.deepEqual(report.sections.audit, {
    ...{ entries: size, signedFor: size, waiting: 0, hashedAgain: size, wrong: 0 },
  });
  const text = reportLines(report, "https://avanti.example").join("\n");
  assert(text.includes(report.checkpoint.trimEnd()));
});

Deno.test("the month before is mailed once from the first of the next, to the data protection officers", async () => {
  await using server = await mailServer();
  await using test = await testServices({
    environment: {
      AVANTI_SMTP: `smtp://127.0.0.1:${server.port}`,
      AVANTI_MAIL_FROM: "dataskydd@avanti.example",
    },
  });
  const { services, clock } = test;
  await aPerson(services, "Dan", "data-protection-officer");
  clock.set("2026-11-30T23:00:00Z");
  await beginReport(services);
  await beginReport(services);
  await runRoomJobs(services);
  assert.equal(server.mails.length, 1);
  assert.match(server.mails[0]?.read.text ?? "", /Dataskydd 2026-11/);
});

Deno.test("without a mail server nobody is mailed and nothing fails; the lines say every section", async () => {
  await using test = await testServices();
  await sendReport(test.services, { month: "2026-10" });
  const report = await readReport(test.services, "2026-10");
  const lines = reportLines(report, "https://avanti.example");
  assert.equal(lines.at(-1), `https://avanti.example${paths.adminCompliance()}`);
  const figures = Object.values(report.sections).flatMap((section) => Object.keys(section));
  assert.equal(lines.filter((line) => /: \d+$/.test(line)).length, figures.length);
});

Deno.test("months and quarters have their ends", () => {
  assert.equal(monthBefore("2026-01-31"), "2025-12");
  assert.deepEqual(["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"].map(quarterOf), [
    ...["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4"],
  ]);
  assert.deepEqual(["2026-Q1", "2026-Q2", "2026-Q4"].map(quarterEnd), [
    ...["2026-03-31", "2026-06-30", "2026-12-31"],
  ]);
});

Deno.test("roles are confirmed by somebody else, for this quarter, and until they change", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { session, cookie, formToken } = await anOperator(services, "Karin");
  const kim = await aPerson(services, "Kim", "accountant");
  const own = { personId: session.personId, seen: "admin@central" };
  assert.equal(await confirmAccess(services, session, own), "own");
  const stale = { personId: kim.id, seen: "auditor@central" };
  assert.equal(await confirmAccess(services, session, stale), "changed-meanwhile");
  const body = new URLSearchParams({ formToken, person: kim.id, roles: "accountant@central" });
  const headers = { cookie, "sec-fetch-site": "same-origin" };
  const sent = await fetch(product.origin + paths.adminAccessReview(), {
    method: "POST",
    headers,
    body,
    redirect: "manual",
  });
  assert.equal(sent.status, 303);
  await sent.body?.cancel();
  const confirmedOf = async (quarter?: string) =>
    (await readAccessReview(services, quarter)).people.filter(({ confirmed }) => confirmed !== null)
      .map(({ name }) => name);
  assert.deepEqual(await confirmedOf(), ["Kim"]);
  assert.deepEqual(await confirmedOf("2027-Q1"), []);
  const grant = { role: "auditor", entity: CENTRAL } as const;
  const by = { kind: "person", id: session.personId, name: "Karin" } as const;
  await changePerson(services, { id: kim.id, command: { type: "grant", grant } }, by);
  assert.deepEqual(await confirmedOf(), []);
  const [karin] = (await readAccessReview(services)).people.filter(({ name }) => name === "Karin");
  assert.notEqual(karin?.lastSignIn, null);
  assert.deepEqual(karin?.roles.map(({ role }) => role), ["admin@central"]);
});
