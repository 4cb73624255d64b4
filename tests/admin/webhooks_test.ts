// Receivers of webhooks, added, tried, given new secrets, switched and removed by an administrator over the real app.
import assert from "node:assert/strict";
import { actOnWebhook } from "../../lib/board/webhook-acts.ts";
import { eventField, readEndpointForm, readReplaySpan } from "../../lib/board/webhook-form.ts";
import { loadWebhooks } from "../../lib/board/webhooks-page.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { MAX_ENDPOINTS } from "../../lib/webhooks/endpoint.ts";
import { alarmReceiver } from "../support/alarm-receiver.ts";
import { anOperator, testProduct } from "../support/operator.ts";
import { anEndpointOf, isSignedBy } from "../support/subscribers.ts";

const { webhooks: words } = textsFor("sv");

async function aBench() {
  const receiver = alarmReceiver();
  const environment = { AVANTI_OPEN_HOSTS: new URL(receiver.origin).host };
  const product = await testProduct({ environment });
  const { cookie, formToken, session } = await anOperator(product.services, "Amir");
  const headers = { cookie, "sec-fetch-site": "same-origin" };
  return {
    ...{ receiver, services: product.services, session },
    async get(path: string) {
      const response = await fetch(product.origin + path, { headers });
      return { status: response.status, html: await response.text() };
    },
    async send(path: string, fields: Record<string, string>) {
      const body = new URLSearchParams({ formToken, ...fields });
      const init = { method: "POST", headers, body, redirect: "manual" } as const;
      const response = await fetch(product.origin + path, init);
      return { status: response.status, html: await response.text() };
    },
    async [Symbol.asyncDispose]() {
      await product[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

const CONFIRMED = { [eventField("booking.confirmed")]: "on" };
const secretIn = (html: string) => /whsec_[A-Za-z0-9+/=]{44}/.exec(html)?.[0] ?? "";

Deno.test("an administrator adds a receiver, sees its secret once, tries it, and gives it another", async () => {
  await using bench = await aBench();
  const url = `${bench.receiver.origin}/hook`;
  const made = await bench.send(paths.adminWebhooks(), { url, ...CONFIRMED });
  const secret = secretIn(made.html);
  assert.equal(made.status, 200);
  assert.notEqual(secret, "");
  const [endpoint = assert.fail()] = await bench.services.endpoints.list();
  assert.deepEqual([endpoint.url, endpoint.events, endpoint.createdBy], [
    ...[url, ["booking.confirmed"], "Amir"],
  ]);
  const page = paths.adminWebhook(endpoint.id);
  for (const path of [paths.adminWebhooks(), page]) {
    const { status, html } = await bench.get(path);
    assert.equal(status, 200);
    assert(html.includes(new URL(url).host) && secretIn(html) === "", "it is shown once");
  }
  const tested = await bench.send(page, { act: "test" });
  assert(tested.html.includes(words.tested("200")));
  assert(isSignedBy(secret, bench.receiver.received[0] ?? assert.fail()));
  const rotated = secretIn((await bench.send(page, { act: "rotate" })).html);
  assert(rotated !== "" && rotated !== secret);
  bench.receiver.answer = () => new Response("", { status: 404 });
  assert((await bench.send(page, { act: "test" })).html.includes("Webhook status 404"));
  const [, again = assert.fail()] = bench.receiver.received;
  assert(isSignedBy(secret, again) && isSignedBy(rotated, again));
});

Deno.test("an address that leads inside, is not encrypted or none is refused with words, and nothing is stored", async () => {
  await using bench = await aBench();
  const wrong = {
    "leads-inside": "https://169.254.169.254/latest/meta-data",
    "not-https": "http://shop.se/hook",
    "has-user": "https://a:b@shop.se/",
    "other-port": "https://shop.se:22/",
    "no-address": "shop",
  } as const;
  for (const [fault, url] of Object.entries(wrong)) {
    const { status, html } = await bench.send(paths.adminWebhooks(), { url, ...CONFIRMED });
    assert.equal(status, 422, url);
    assert(html.includes(words.faults[fault as keyof typeof wrong]), fault);
  }
  const none = await bench.send(paths.adminWebhooks(), { url: "https://shop.se/" });
  assert(none.status === 422 && none.html.includes(words.faults["no-event"]));
  assert.deepEqual(await bench.services.endpoints.list(), []);
  for (let i = 0; i < MAX_ENDPOINTS; i++) await anEndpointOf(bench.services);
  const full = await bench.send(paths.adminWebhooks(), { url: "https://shop.se/", ...CONFIRMED });
  assert(full.status === 422 && full.html.includes(words.faults["too-many"]));
});

Deno.test("a receiver is changed, switched off and on, and removed", async () => {
  await using bench = await aBench();
  const id = await anEndpointOf(bench.services);
  const page = paths.adminWebhook(id);
  const stored = async () => (await bench.services.endpoints.get(id)).value;
  const set = { act: "set", url: "https://other.shop.se/x", ...CONFIRMED };
  assert((await bench.send(page, set)).html.includes(words.saved));
  assert.deepEqual((await stored())?.events, ["booking.confirmed"]);
  assert.equal((await bench.send(page, { ...set, url: "https://10.0.0.1/" })).status, 422);
  assert.equal((await stored())?.url, "https://other.shop.se/x");
  await bench.send(page, { act: "off" });
  assert.equal((await stored())?.state.kind, "off");
  assert((await bench.get(page)).html.includes(words.turnOn));
  await bench.send(page, { act: "on" });
  assert.equal((await stored())?.state.kind, "on");
  assert.equal((await bench.send(page, { act: "remove" })).status, 303);
  assert.equal(await stored(), null);
  for (const act of ["set", "rotate", "on", "remove", "test", "nothing"]) {
    assert.equal((await bench.send(page, { ...set, act })).status, 404, act);
  }
});

Deno.test("days are read from the first's beginning to the last's end in Sweden, also when clocks change", () => {
  const span = (from: string, until: string) =>
    readReplaySpan(new Map(Object.entries({ from, until })));
  assert.deepEqual(span("2026-10-25", "2026-10-25"), {
    fromMs: Date.parse("2026-10-24T22:00:00Z"),
    untilMs: Date.parse("2026-10-25T23:00:00Z") - 1,
    withDelivered: false,
  });
  for (
    const [from, until] of [["2026-10-26", "2026-10-25"], ["", ""], ["x", "2026-10-25"]] as const
  ) {
    assert.equal(span(from, until), null);
  }
  const events = readEndpointForm(new Map([["url", "x"], ["event:booking.nothing", "on"]])).events;
  assert.deepEqual(events, []);
});

Deno.test("who may only look sees no form, and acts of nobody are unknown", async () => {
  await using bench = await aBench();
  const id = await anEndpointOf(bench.services);
  const auditor = { ...bench.session, rights: ["see-webhooks"] as const };
  assert.equal((await loadWebhooks(bench.services, auditor)).manages, false);
  await assert.rejects(actOnWebhook(bench.services, id, new Map()), RequestError);
});
