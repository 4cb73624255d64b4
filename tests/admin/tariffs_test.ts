// The operators' page of tariffs: the list, a trial on last month's trips, publishing, and two who publish.
import assert from "node:assert/strict";
import { tariffsSv } from "../../lib/i18n/sv/tariffs.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";

/** A signed-in browser without script; what a form shows is sent as it stands, but for `changes`. */
async function operatorOf({ services }: TestServices) {
  const app = await testApp(services);
  const { cookie } = await anOperator(services, "Karin");
  const ask = async (init: RequestInit = {}) => {
    const headers = { cookie, "sec-fetch-site": "same-origin" };
    const response = await app(new Request(ORIGIN + paths.adminTariffs(), { ...init, headers }));
    const { status, headers: answered } = response;
    return { status, html: await response.text(), location: answered.get("location") };
  };
  const send = (html: string, changes: Record<string, string>) => {
    const [, form = ""] = html.split("tariff-buttons")[0]!.split("fleet-form");
    const fields = [...form.matchAll(/<input[^>]*>/g)].map(([input]) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? "",
      /value="([^"]*)"/.exec(input)?.[1] ?? "",
    ]);
    const body = new URLSearchParams({ ...Object.fromEntries(fields), ...changes });
    return ask({ method: "POST", body });
  };
  return { ask, send };
}

const NEXT = { validFrom: "2028-01-01", validUntil: "", "standard.baseOre": "99,00" };

Deno.test("the next tariff is tried on last month's trips, published, and listed", async () => {
  await using test = await testServices();
  const { ask, send } = await operatorOf(test);
  const { html } = await ask();
  assert(html.includes("2026-01-01.1") && html.includes(tariffsSv.states.now));
  const tried = await send(html, { ...NEXT, action: "simulate" });
  assert.equal(tried.status, 200);
  assert(tried.html.includes(tariffsSv.simulation) && tried.html.includes('value="99,00"'));
  assert.equal((await test.services.tariffs.list()).length, 2);
  const published = await send(tried.html, { ...NEXT, action: "publish" });
  assert.deepEqual([published.status, published.location], [303, "/admin/tariffs?done=published"]);
  const tariff = (await test.services.tariffs.list()).at(-1);
  assert.deepEqual([tariff?.version, tariff?.rates.standard?.baseOre], ["2028-01-01.1", 99_00]);
});

Deno.test("a form that does not fit comes back with what was written and why", async () => {
  await using test = await testServices();
  const { ask, send } = await operatorOf(test);
  const { html } = await ask();
  const wrong = await send(html, { validFrom: "2026-11-01", action: "publish" });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(tariffsSv.problems) && wrong.html.includes('value="2026-11-01"'));
  assert.equal((await send(html, { action: "burn" })).status, 422);
});

Deno.test("the second of two who publish is told what the first changed, and keeps what they typed", async () => {
  await using test = await testServices();
  const { ask, send } = await operatorOf(test);
  const { html } = await ask();
  assert.equal((await send(html, { ...NEXT, action: "publish" })).status, 303);
  const late = await send(html, { ...NEXT, "standard.baseOre": "77,00", action: "publish" });
  assert.equal(late.status, 409);
  assert(late.html.includes(tariffsSv.meanwhile("2028-01-01.1")));
  assert(late.html.includes("\u206899,00\u2069") && late.html.includes('value="77,00"'));
  const again = await send(late.html, { action: "publish" });
  assert.equal(again.status, 303);
  assert.equal((await test.services.tariffs.list()).at(-1)?.version, "2028-01-01.2");
});
