// The pages of the comparison with the provider's books: what they say, who settles what, and the file.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import { formatMoney } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { aDifference, COMPARED_DAY } from "../support/differences.ts";
import { anOperator, aPerson, type TestProduct, testProduct } from "../support/operator.ts";

Deno.test("what waits stands on the page, on that of its day and on its own with what to do, in both languages", async () => {
  await using product = await testProduct();
  const { id } = await aDifference(product.services);
  const { cookie } = await anOperator(product.services);
  for (const locale of LOCALES) {
    const words = textsFor(locale).money;
    const signedIn = `${cookie}; avanti-locale=${locale}`;
    const kind = words.kinds["unknown-charge"];
    const took = `${words.sides.takenOre} ${formatMoney(locale, 9_900)}`;
    const listed = await page(product, signedIn, paths.adminReconciliation());
    for (const said of [kind, took, words.noProvider]) assert(listed.includes(said), said);
    const day = await page(product, signedIn, paths.adminReconciledDay(COMPARED_DAY));
    for (const said of [kind, took, words.day.file]) assert(day.includes(said), said);
    const one = await page(product, signedIn, paths.adminDifference(id));
    for (const said of [kind, took, "ch_1", words.difference.settle]) {
      assert(one.includes(said), said);
    }
  }
});

Deno.test("it is settled once and with words; the page then says by whom, and the file says it too", async () => {
  await using product = await testProduct();
  const { id } = await aDifference(product.services);
  const words = textsFor("sv").money.difference;
  const empty = await settles(product, id, "");
  assert.equal(empty.status, 422);
  assert((await empty.text()).includes(words.faults["note-missing"]));
  const note = "Provköp, =1+1";
  assert.equal((await settles(product, id, note)).status, 303);
  const late = await settles(product, id, "Något annat");
  assert.equal(late.status, 422);
  const html = await late.text();
  for (const said of [words.faults.settled, "Provköp", "av Karin"]) {
    assert(html.includes(said), said);
  }
  const { cookie } = await anOperator(product.services);
  const file = await page(product, cookie, paths.adminReconciledDayCsv(COMPARED_DAY));
  assert(file.includes("99.00"), file);
  assert(file.includes("Provköp, =1+1"), file);
});

Deno.test("whoever only checks the books sees it and settles nothing; who is on the board sees nothing", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { id } = await aDifference(services);
  await aPerson(services, "Rut", "auditor");
  const words = textsFor("sv").money;
  const { cookie } = await anOperator(services, "Rut");
  const html = await page(product, cookie, paths.adminDifference(id));
  assert(!html.includes(words.difference.settle));
  assert.equal((await settles(product, id, "Provköp", "Rut")).status, 403);
  await aPerson(services, "Sam", "dispatcher");
  const { cookie: sams } = await anOperator(services, "Sam");
  const answer = await ask(product, sams, paths.adminReconciliation());
  await answer.body?.cancel();
  assert.equal(answer.status, 403);
});

Deno.test("a day that is no day, is not over, or has no provider is refused on the form itself", async () => {
  await using product = await testProduct();
  const { faults } = textsFor("sv").money;
  const answer = await send(product, paths.adminReconciliation(), { date: "2026-11-22" });
  assert.equal(answer.status, 422);
  await answer.body?.cancel();
  assert(faults["no-provider"].length > 0);
});

async function page(product: TestProduct, cookie: string, path: string): Promise<string> {
  const answer = await ask(product, cookie, path);
  assert.equal(answer.status, 200, path);
  return await answer.text();
}

async function ask({ origin }: TestProduct, cookie: string, path: string): Promise<Response> {
  return await fetch(origin + path, { headers: { cookie }, redirect: "manual" });
}

async function settles(product: TestProduct, id: string, note: string, name = "Karin") {
  return await send(product, paths.adminDifference(id), { note }, name);
}

async function send(
  { origin, services }: TestProduct,
  path: string,
  fields: Record<string, string>,
  name = "Karin",
): Promise<Response> {
  const { cookie, formToken } = await anOperator(services, name);
  return await fetch(origin + path, {
    method: "POST",
    body: new URLSearchParams({ [FORM_TOKEN_FIELD]: formToken, ...fields }),
    headers: { cookie, origin },
    redirect: "manual",
  });
}
