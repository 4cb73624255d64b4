import assert from "node:assert/strict";
import { addressOf, belowOf, questionOf, readAuditQuery } from "../../lib/board/audit-query.ts";
import { auditFile } from "../../lib/board/audit-file.ts";
import { loadAuditEntry } from "../../lib/board/audit-page.ts";
import { auditCsv, auditJson } from "../../lib/ui/operator/audit/audit-files.ts";
import { readCsv } from "../../lib/setup/csv.ts";
import { anAuditEntry } from "../support/audit-entries.ts";
import { testServices } from "../support/services.ts";
import { anOperator } from "../support/operator.ts";

const read = (query: string) => readAuditQuery(new URLSearchParams(query));

Deno.test("what an address asks is read, what fits nothing is left out, and the address is made of it again", async () => {
  await using test = await testServices();
  const query = read("from=2026-11-01&until=2026-11-30&kind=read&outcome=done&who=guest&what=x");
  assert.deepEqual(addressOf(query), {
    ...{ from: "2026-11-01", until: "2026-11-30", who: "guest", what: "x" },
    ...{ kind: "read", outcome: "done" },
  });
  assert.deepEqual(addressOf(read("from=yesterday&kind=all&outcome=x&until=2026-02-30")), {});
  const { from, before, words } = await questionOf(test.services, query);
  // Midnight in Sweden, and the last day included.
  assert.deepEqual([from, before], ["2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"]);
  assert.equal(words.length, 4);
  assert.equal(belowOf(new URLSearchParams("before=12")), 12);
  assert.equal(belowOf(new URLSearchParams("before=x")), Infinity);
});

Deno.test("a file has the entries that were there when it was begun", async () => {
  await using test = await testServices();
  const { services } = test;
  for (let i = 0; i < 3; i++) await anAuditEntry(services, { personId: "P", why: "", act: "=x" });
  const begin = () => auditFile(services, read("what=%3Dx"), Infinity);
  const [csv, json] = [await begin(), await begin()];
  assert.equal(csv.next, null);
  await anAuditEntry(services, { personId: "P", why: "", act: "=x" });
  const { lines } = readCsv((await Array.fromAsync(auditCsv("en", csv))).join(""));
  assert.equal(lines.length, 4);
  const text = (await Array.fromAsync(auditJson(json, { verifierKey: "k", checkpoint: "c" })))
    .join("");
  assert.deepEqual(JSON.parse(text).entries.map(({ act }: { act: string }) => act), [
    "=x",
    "=x",
    "=x",
  ]);
});

Deno.test("an entry that is not there is not found", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  await assert.rejects(loadAuditEntry(test.services, session, "7"), { code: "not-found" });
});
