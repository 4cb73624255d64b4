// The record of processing as people and programs read it.
import assert from "node:assert/strict";
import { PURPOSE_IDS } from "../../lib/compliance/purpose.ts";
import { readRegister } from "../../lib/board/register-page.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { readCsv } from "../../lib/setup/csv.ts";
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
  assert.deepEqual(record.entries.map((one: { purpose: string }) => one.purpose), PURPOSE_IDS);
  const { lines } = readCsv(await (await get(paths.adminRegisterCsv())).text());
  assert.equal(
    lines.length,
    readCsv(registerCsv("sv", await readRegister(product.services))).lines.length,
  );
  assert.match(lines.map(({ cells }) => cells.at(-1)).join(), /outbox \(högst 90 dygn\)/);
  assert.equal(lines.length, 2 + PURPOSE_IDS.length + record.processors.length);
  const names = textsFor("sv").purposes.purpose;
  assert.deepEqual(
    lines.slice(1, 1 + PURPOSE_IDS.length).map(({ cells }) => cells[1]),
    PURPOSE_IDS.map((id) => names[id].name),
  );
});
