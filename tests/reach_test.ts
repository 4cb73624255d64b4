// Every module is run by a test: named by one, or part of a route that a test opens.
import assert from "node:assert/strict";
import { VIEWS } from "./browser/support/views.ts";
import { apiRouteFiles } from "./support/api-route-files.ts";
import {
  filesBelow,
  moduleGraph,
  PAGE_SCRIPTS,
  ROOT,
  type SourceModule,
} from "./support/module-graph.ts";

/**
 * Joins the whole product: whoever imports one of these reaches every module, so it proves nothing. Build and
 * start scripts are run by tests as processes of their own and looked at there.
 */
const DOORS = ["main.ts", "fresh.gen.ts"];

/** Routes that neither a view nor a case of the API names, and the test that asks for them. */
const ASKED_FOR: Readonly<Record<string, string>> = {
  "routes/admin/acts/[actId].ts": "tests/admin/undo-form_test.ts",
  "routes/admin/(export)/day.csv.ts": "tests/admin/day-csv_test.ts",
  "routes/admin/audit/[id]/proof.ts": "tests/admin/audit_test.ts",
  "routes/admin/audit/export.csv.ts": "tests/admin/audit_test.ts",
  "routes/admin/audit/export.json.ts": "tests/admin/audit_test.ts",
  "routes/admin/breaches/[id]/notification.json.ts": "tests/admin/breaches_test.ts",
  "routes/admin/compliance/report.csv.ts": "tests/admin/compliance_test.ts",
  "routes/admin/compliance/report.json.ts": "tests/admin/compliance_test.ts",
  "routes/admin/compliance/register.csv.ts": "tests/admin/compliance_test.ts",
  "routes/admin/compliance/register.json.ts": "tests/admin/compliance_test.ts",
  "routes/admin/staff/[personId].tsx": "tests/admin/staff_test.ts",
  "routes/(account)/account/security/[act].tsx": "tests/accounts/sign-in-pages_test.ts",
  "routes/(account)/sign-in/code.tsx": "tests/accounts/sign-in-pages_test.ts",
  "routes/(account)/account/places.tsx": "tests/accounts/own-places-pages_test.ts",
  "routes/(account)/account/privacy/index.tsx": "tests/privacy/privacy-pages_test.ts",
  "routes/(account)/account/privacy/download.ts": "tests/privacy/download-own-data_test.ts",
  "routes/privacy/requests/index.tsx": "tests/privacy/privacy-pages_test.ts",
  "routes/privacy/requests/download.ts": "tests/privacy/download-own-data_test.ts",
  "routes/(account)/account/rides.tsx": "tests/accounts/rides-pages_test.ts",
  "routes/bookings/mine.tsx": "tests/accounts/rides-pages_test.ts",
  "routes/driver/index.tsx": "tests/accounts/driver-pages_test.ts",
  "routes/(account)/register.tsx": "tests/accounts/joining-pages_test.ts",
  "routes/(account)/sign-in/passkey.tsx": "tests/browser/passkey_browser_test.ts",
  "routes/(account)/sign-in/passkey-options.ts": "tests/browser/passkey_browser_test.ts",
  "routes/(account)/sign-in/send.tsx": "tests/accounts/joining-pages_test.ts",
  "routes/(account)/sign-in/sent.tsx": "tests/accounts/joining-pages_test.ts",
  "routes/(account)/sign-in/recover/index.tsx": "tests/accounts/joining-pages_test.ts",
  "routes/(account)/sign-in/recover/[token].tsx": "tests/accounts/joining-pages_test.ts",
  "routes/(account)/sign-in/confirm.tsx": "tests/accounts/sign-in-pages_test.ts",
  "routes/(account)/account/security/unlink.ts": "tests/accounts/identity/provider-pages_test.ts",
  "routes/(account)/sign-in/with/[provider]/index.tsx":
    "tests/accounts/identity/provider-pages_test.ts",
  "routes/(account)/sign-in/with/[provider]/callback.tsx":
    "tests/accounts/identity/provider-pages_test.ts",
  "routes/(account)/sign-in/with/staff.tsx": "tests/accounts/identity/oidc-pages_test.ts",
  "routes/(account)/sign-in/with/link.tsx": "tests/accounts/identity/provider-pages_test.ts",
  "routes/(account)/sign-out.ts": "tests/admin/sign-in_test.ts",
  "routes/admin/bookings/[bookingId]/index.ts": "tests/admin/booking-address_test.ts",
  "routes/admin/messages/[id].tsx": "tests/admin/messages_test.ts",
  "routes/admin/data-requests/index.tsx": "tests/admin/data-requests_test.ts",
  "routes/admin/data-requests/[id].tsx": "tests/admin/data-requests_test.ts",
  "routes/admin/data-requests/export.csv.ts": "tests/admin/data-requests-csv_test.ts",
  "routes/admin/bookkeeping/connect-fortnox.ts": "tests/admin/fortnox_test.ts",
  "routes/admin/bookkeeping/fortnox.tsx": "tests/admin/fortnox_test.ts",
  "routes/admin/bookkeeping/document.pdf.ts": "tests/admin/invoices_test.ts",
  "routes/admin/bookkeeping/vouchers.si.ts": "tests/admin/bookkeeping_test.ts",
  "routes/admin/reconciliation/[date]/export.csv.ts": "tests/admin/reconciliation_test.ts",
  "routes/admin/payment-files/index.tsx": "tests/admin/payment-files_test.ts",
  "routes/admin/payment-files/[id].ts": "tests/admin/payment-files_test.ts",
  "routes/admin/settlements/index.tsx": "tests/admin/settlements_test.ts",
  "routes/admin/settlements/[id]/index.tsx": "tests/admin/settlements_test.ts",
  "routes/fortnox-return.tsx": "tests/admin/fortnox_test.ts",
  "routes/admin/settlements/[id]/[item]/index.tsx": "tests/admin/settlements_test.ts",
  "routes/admin/settlements/[id]/[item]/statement.pdf.ts": "tests/admin/settlements_test.ts",
  "routes/(entry)/fortnox-return.tsx": "tests/admin/fortnox_test.ts",
  "routes/admin/retention/index.tsx": "tests/admin/retention_test.ts",
  "routes/admin/jobs/[jobId].ts": "tests/admin/dead-jobs_test.ts",
  "routes/admin/places/index.tsx": "tests/admin/landmarks_test.ts",
  "routes/admin/(new)/new-place.tsx": "tests/admin/landmarks_test.ts",
  "routes/admin/places/[slug].tsx": "tests/admin/landmarks_test.ts",
  "routes/admin/[...unknown].ts": "tests/http/front-door_test.ts",
  "routes/api/admin/[...unknown].ts": "tests/http/front-door_test.ts",
  "routes/bookings/[link]/pay.tsx": "tests/checkout/invoice_test.ts",
  "routes/bookings/[link]/receipt.pdf.ts": "tests/bookings/receipt_test.ts",
  "routes/bookings/[link]/receipt.xml.ts": "tests/bookings/receipt_test.ts",
  "routes/bookings/[link]/calendar.ics.ts": "tests/browser/book_browser_test.ts",
  "routes/bookings/send-link.tsx": "tests/messages/ticket-wanted_test.ts",
  "routes/bookings/paid.ts": "tests/bookings/paid_test.ts",
  "routes/bookings/find.tsx": "tests/bookings/find_test.ts",
  "routes/livez.ts": "tests/http/health_test.ts",
  "routes/readyz.ts": "tests/http/health_test.ts",
  "routes/sw.js.ts": "tests/http/service-worker_test.ts",
};

const graph = await moduleGraph([
  ...filesBelow("tests", /_test\.tsx?$/),
  ...filesBelow("routes"),
  ...PAGE_SCRIPTS,
]);

Deno.test("every route is opened by a test", async () => {
  const opened = await openedRoutes();
  const closed = filesBelow("routes").filter((path) => !isFrame(path) && !opened.includes(path));
  assert.deepEqual(closed, []);
  for (const test of Object.values(ASKED_FOR)) assert(graph.has(test), test);
});

Deno.test("every module of lib/ with code in it is run by a test", async () => {
  const tests = filesBelow("tests", /_test\.tsx?$/);
  // A script of every page runs wherever a route is opened.
  const frames = [...filesBelow("routes").filter(isFrame), ...PAGE_SCRIPTS];
  const routes = [...await openedRoutes(), ...frames];
  const sources = await readAll(filesBelow("lib").filter((path) => !path.startsWith("lib/jsr/")));
  assert.deepEqual(notRun(graph, sources, tests, routes), []);
});

Deno.test("notRun() sees a planted module that only the app reaches, and passes what lives in a page", () => {
  const planted = modules([
    { path: "tests/a_test.ts", code: ["lib/a/named.ts", "main.ts"], types: ["lib/a/typed.ts"] },
    { path: "main.ts", code: ["fresh.gen.ts", "lib/a/joined.ts"], types: [] },
    { path: "fresh.gen.ts", code: ["routes/x.tsx", "routes/closed.tsx"], types: [] },
    { path: "routes/x.tsx", code: ["lib/ui/Page.tsx", "lib/a/pure.ts"], types: [] },
    { path: "routes/closed.tsx", code: ["lib/ui/Closed.tsx"], types: [] },
    { path: "lib/a/named.ts", code: ["lib/a/deep.ts"], types: [] },
    { path: "lib/ui/Page.tsx", code: ["lib/ui/dom.ts", "lib/ui/icons.ts"], types: [] },
  ]);
  const sources = new Map(Object.entries({
    "lib/a/named.ts": "export function a() {}",
    "lib/a/deep.ts": "export class A {}",
    "lib/a/typed.ts": "export interface A {}",
    "lib/a/pure.ts": "export function pure() { return 1; }",
    "lib/a/joined.ts": "export async function joined() {}",
    "lib/ui/Page.tsx": "export function Page() {}",
    "lib/ui/Closed.tsx": "export function Closed() {}",
    "lib/ui/dom.ts": "export function focus() { document.body.focus(); }",
    "lib/ui/icons.ts": "// no document here\nexport const pick = () => 1;",
  }));
  assert.deepEqual(notRun(planted, sources, ["tests/a_test.ts"], ["routes/x.tsx"]), [
    "lib/a/pure.ts",
    "lib/a/joined.ts",
    "lib/ui/Closed.tsx",
    "lib/ui/icons.ts",
  ]);
});

/**
 * Modules with code that no test runs. A test runs what it imports, without going through a door. Components,
 * what needs a browser's page and what handles requests count as run when an opened route imports them.
 */
function notRun(
  graph: ReadonlyMap<string, SourceModule>,
  sources: ReadonlyMap<string, string>,
  tests: readonly string[],
  routes: readonly string[],
): string[] {
  const named = reached(graph, tests);
  const shown = reached(graph, routes);
  return [...sources].filter(([path, text]) => {
    if (!/^export (async )?(function|class|const)/m.test(text) || named.has(path)) return false;
    return !(livesInPage(path, text) && shown.has(path));
  }).map(([path]) => path);
}

function reached(graph: ReadonlyMap<string, SourceModule>, roots: readonly string[]): Set<string> {
  const seen = new Set(roots);
  for (const path of seen) {
    const code = graph.get(path)?.code ?? [];
    for (const target of code) if (!DOORS.includes(target)) seen.add(target);
  }
  return seen;
}

/** True for what cannot be called without a page or a request around it. */
function livesInPage(path: string, text: string): boolean {
  const code = text.replace(/^\s*(\/\/|\/?\*).*$/gm, "");
  return path.endsWith(".tsx") || path.startsWith("lib/http/") ||
    /"preact\/hooks"|"npm:leaflet|\b(document|location|history|sessionStorage)\.|: HTML\w+/.test(
      code,
    );
}

/** Route files that tests ask for, as repository paths. */
async function openedRoutes(): Promise<string[]> {
  const views = VIEWS.map(({ route }) => `routes/${route}`);
  const api = (await apiRouteFiles()).map((file) => `routes/api/${file}`);
  return [...new Set([...views, ...api, ...Object.keys(ASKED_FOR)])];
}

/** What stands around every page of a folder. */
function isFrame(path: string): boolean {
  return /\/_(app|layout|middleware|error)\.tsx?$/.test(path);
}

async function readAll(paths: readonly string[]): Promise<Map<string, string>> {
  const texts = await Promise.all(paths.map((path) => Deno.readTextFile(ROOT + path)));
  return new Map(paths.map((path, i) => [path, texts[i] ?? ""]));
}

function modules(list: readonly SourceModule[]): Map<string, SourceModule> {
  return new Map(list.map((module) => [module.path, module]));
}
