// The queue of data requests as a file: what the page would show on all its pages, nothing a spreadsheet runs, and an entry
// of the audit log that names whose requests left the house. Planted once and seen red: a file of one page, a name as it is.
import assert from "node:assert/strict";
import { loadRequestFile } from "../../lib/board/data-requests-page.ts";
import { ANY_REQUEST } from "../../lib/board/request-filters.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { REQUEST_PAGE } from "../../lib/privacy/data-request-store.ts";
import { requestsCsv } from "../../lib/ui/operator/data-requests/requests-csv.ts";
import { veilKeys } from "../../lib/veil/keys.ts";
import { waiting } from "../support/audit-coverage.ts";
import { queuedRequests } from "../support/queued-requests.ts";
import { anOperator, testProduct } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

const MORE_THAN_TWO_PAGES = 2 * REQUEST_PAGE + 7;

Deno.test("the file has every request that fits, with the page's columns in the reader's language", async () => {
  await using product = await testProduct();
  const { services, origin } = product;
  await queuedRequests(services, MORE_THAN_TWO_PAGES);
  const { cookie } = await anOperator(services);
  for (const locale of LOCALES) {
    const { columns, types, states } = textsFor(locale).dataRequests;
    const headers = { cookie: `${cookie}; avanti-locale=${locale}` };
    const before = (await waiting(services)).length;
    const answer = await fetch(origin + paths.adminDataRequestsCsv({ kind: "erasure" }), {
      headers,
    });
    const [head, ...lines] = new TextDecoder().decode(await answer.bytes()).trim().split("\r\n");
    const { what, who, state, left, received } = columns;
    assert.equal(head, [what, who, state, left, received].join(";"));
    assert.equal(lines.length, Math.floor(MORE_THAN_TWO_PAGES / 2));
    assert.equal(answer.headers.get("cache-control"), "no-store");
    for (const line of lines) {
      assert.ok(line.startsWith(`${types.erasure};Kund `) && line.includes(states.pending), line);
    }
    const entries = (await waiting(services)).slice(before).filter(({ kind }) => kind === "read");
    assert.deepEqual(
      entries.map(({ what, count }) => [what, count]),
      [["GET /admin/data-requests/export.csv", lines.length]],
    );
  }
});

Deno.test("what a customer is called is text to a spreadsheet, whatever it begins with", async () => {
  await using test = await testServices();
  const { services } = test;
  const names = ["=1+1", "+46", "-2", "@SUM(A1)", "\t=1", "Öberg; Maja", 'Maja "M"'];
  await queuedRequests(services, names.length, (i) => names[i] ?? "");
  const { session } = await anOperator(services);
  const asked = { show: "open", filters: ANY_REQUEST } as const;
  const csv = requestsCsv("sv", await loadRequestFile(services, session, asked));
  const whose = csv.trim().split("\r\n").slice(1).map((line) => /^[^;]*;(".*?"|[^;]*);/.exec(line));
  assert.deepEqual(whose.map((found) => found?.[1]), [
    ...["'=1+1", "'+46", "'-2", "'@SUM(A1)", "'\t=1", '"Öberg; Maja"', '"Maja ""M"""'],
  ]);
});

Deno.test("a file that is cut says so in its last line", () => {
  const csv = requestsCsv("sv", { rows: [], isWhole: false });
  assert.ok(csv.trim().endsWith(textsFor("sv").dataRequests.cutFile(0)));
  assert.equal(requestsCsv("sv", { rows: [], isWhole: true }).trim().split("\r\n").length, 1);
});

Deno.test("of a protected person the file has no name", async () => {
  await using test = await testServices();
  const { services } = test;
  await queuedRequests(services, 2);
  const [one = assert.fail()] = await services.requests.page(null);
  await commitWithRetry<null>(services.db, (tx) => {
    tx.set(veilKeys.veilByMark(one.mark), "01KAS00000000000000000VE11");
    return Promise.resolve(null);
  });
  const { session } = await anOperator(services);
  const asked = { show: "all", filters: ANY_REQUEST } as const;
  const { rows } = await loadRequestFile(services, session, asked);
  assert.deepEqual(rows.map(({ request }) => request.contact.name), ["", "Kund 0"]);
});
