// The record of processing as people and programs read it.
import assert from "node:assert/strict";
import { PURPOSE_NAMES } from "../../lib/privacy/purposes.ts";
import { monthOf } from "../../lib/board/report-page.ts";
import { readRegister } from "../../lib/board/register-page.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { readCsv } from "../../lib/setup/csv.ts";
import { reportCsv } from "../../lib/ui/operator/compliance/report-csv.ts";
import { registerCsv } from "../../lib/ui/operator/compliance/register-csv.ts";
import { anOperator, testProduct } from "../support/operator.ts";

Deno.test("the page says every purpose in both languages, without a script", async () => {
  await using product = await testProduct();
  const { cookie } = await anOperator(product.services);
  for (const lang of ["sv", "en"] as const) {
    const url = `${product.origin}${paths.adminRegister()}?lang=${lang}`;
    const html = await (await fetch(url, { headers: { cookie } })).text();
    for (const { name, why } of Object.values(textsFor(lang).purposes.purpose)) {
      assert.equal(html.includes(name), true, name);
      assert.equal(html.includes(why), true, why);
    }
  }
});

Deno.test("the files say what the page says: a purpose a line, and everybody who is handed something", async () => {
  await using product = await testProduct();
  const { cookie } = await anOperator(product.services);
  const get = (path: string) => fetch(product.origin + path, { headers: { cookie } });
  const json = await get(paths.adminRegisterJson());
  assert.match(json.headers.get("content-disposition") ?? "", /avanti-behandlingar\.json/);
  const record = await json.json();
  assert.deepEqual(record.entries.map((one: { purpose: string }) => one.purpose), PURPOSE_NAMES);
  const { lines } = readCsv(await (await get(paths.adminRegisterCsv())).text());
  assert.equal(
    lines.length,
    readCsv(registerCsv("sv", await readRegister(product.services))).lines.length,
  );
  assert.match(lines.map(({ cells }) => cells.at(-1)).join(), /outbox \(högst 90 dygn\)/);
  assert.equal(lines.length, 2 + PURPOSE_NAMES.length + record.processors.length);
  const names = textsFor("sv").purposes.purpose;
  assert.deepEqual(
    lines.slice(1, 1 + PURPOSE_NAMES.length).map(({ cells }) => cells[1]),
    PURPOSE_NAMES.map((id) => names[id].name),
  );
});

Deno.test("the report is a page in both languages, a table and a document, of the month that is asked for", async () => {
  await using product = await testProduct();
  const { cookie } = await anOperator(product.services);
  const get = async (path: string) =>
    await (await fetch(product.origin + path, { headers: { cookie } })).text();
  for (const lang of ["sv", "en"] as const) {
    const html = await get(`${paths.adminCompliance({ month: "2026-10" })}&lang=${lang}`);
    for (const name of Object.values(textsFor(lang).compliance.report.sections)) {
      assert.equal(html.includes(name.replace("'", "&#39;")) || html.includes(name), true, name);
    }
  }
  const report = JSON.parse(await get(paths.adminReportJson({ month: "2026-10" })));
  assert.equal(report.month, "2026-10");
  const { lines } = readCsv(reportCsv("sv", report).slice(1));
  assert.deepEqual(
    readCsv(await get(paths.adminReportCsv({ month: "2026-10" }))).lines.map(({ cells }) =>
      cells.slice(0, 3)
    ),
    lines.map(({ cells }) => cells.slice(0, 3)),
  );
  assert.equal(monthOf("2026-13", product.services.clock.now()), "2026-11");
});
