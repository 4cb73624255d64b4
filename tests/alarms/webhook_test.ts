// What a webhook's receiver gets, checked by the published library of Standard Webhooks, and what counts as taken.
import assert from "node:assert/strict";
import { Webhook } from "npm:standardwebhooks@1.1.1";
import type { Alarm, AlarmMessage } from "../../lib/alarms/alarm.ts";
import type { AlarmOutlet, Delivery } from "../../lib/alarms/outlet.ts";
import { type WebhookOptions, webhookOutlet } from "../../lib/alarms/webhook-gateway.ts";
import { manualClock, systemClock } from "../../lib/kernel/clock.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { alarmReceiver } from "../support/alarm-receiver.ts";
import { keptLog } from "../support/kept-log.ts";

const AT = "2026-11-23T05:00:00Z";
const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
const ALARM: Alarm = {
  ...{ fingerprint: "0123456789abcdef", code: "database-unavailable", category: "database" },
  ...{ severity: "critical", operation: "/bookings", count: 3, firstSeen: AT, lastSeen: AT },
  reference: "7F3K-22QD",
};
const MESSAGE: AlarmMessage = { id: "m1-00a", at: AT, isTrial: false, alarms: [ALARM], more: 0 };

Deno.test("a receiver with the secret believes the message, and no other body, id or time of it", async () => {
  await using receiver = alarmReceiver();
  using bench = outletTo(`${receiver.origin}/hooks/7`, { secret: SECRET });
  assert.deepEqual(await bench.outlet.send(MESSAGE), { isAccepted: true });
  const [{ body, headers } = assert.fail()] = receiver.received;
  const sent = Object.fromEntries(headers);
  const webhook = new Webhook(SECRET.toBase64());
  webhook.verify(body, sent);
  assert.equal(headers.get("webhook-id"), MESSAGE.id);
  assert.equal(headers.get("content-type"), "application/json");
  const later = String(Number(sent["webhook-timestamp"]) + 1);
  for (const other of [{ "webhook-id": "m2" }, { "webhook-timestamp": later }]) {
    assert.throws(() => webhook.verify(body, { ...sent, ...other }));
  }
  assert.throws(() => webhook.verify(body.replace("7F3K", "7F3L"), sent));
  assert.throws(() => new Webhook(new Uint8Array(32).toBase64()).verify(body, sent));
});

Deno.test("a message of yesterday is signed with the time it is sent, so that its receiver takes it", async () => {
  await using receiver = alarmReceiver();
  const clock = manualClock("2026-11-24T05:00:30Z");
  using bench = outletTo(receiver.origin, { secret: SECRET, clock });
  await bench.outlet.send(MESSAGE);
  assert.equal(
    receiver.received[0]?.headers.get("webhook-timestamp"),
    String(Date.parse("2026-11-24T05:00:30Z") / 1_000),
  );
});

Deno.test("without a secret nothing pretends to be a signature", async () => {
  await using receiver = alarmReceiver();
  using bench = outletTo(receiver.origin);
  await bench.outlet.send(MESSAGE);
  assert.equal(receiver.received[0]?.headers.has("webhook-signature"), false);
  assert.equal(receiver.received[0]?.headers.get("webhook-id"), MESSAGE.id);
});

Deno.test("Teams gets a card that says the same, with no word of ours beside it", async () => {
  await using receiver = alarmReceiver();
  using bench = outletTo(receiver.origin, { format: "teams" });
  await bench.outlet.send(MESSAGE);
  const { type, attachments: [card] } = JSON.parse(receiver.received[0]?.body ?? "");
  assert.equal(type, "message");
  assert.equal(card.contentType, "application/vnd.microsoft.card.adaptive");
  const lines = card.content.body.map(({ text }: { text: string }) => text);
  assert.equal(lines[0], "Avanti larmar: database-unavailable");
  assert.match(lines[1], /3 gånger.+Felkod 7F3K-22QD/);
  assert.equal(lines[2], "https://avanti.example/admin/incidents/0123456789abcdef");
});

const ANSWERS: Readonly<Record<string, [Response, Delivery]>> = {
  "200 ok": [new Response("ok"), { isAccepted: true }],
  "202 without a word": [new Response(null, { status: 202 }), { isAccepted: true }],
  "a page of somebody who wants us to sign in": [
    new Response("\n<!doctype html>"),
    { isAccepted: false, fault: "unreadable", said: "Webhook answered with a page" },
  ],
  "404": [new Response("", { status: 404 }), {
    isAccepted: false,
    fault: "refused",
    said: "Webhook status 404",
  }],
  "410": [new Response("", { status: 410 }), {
    isAccepted: false,
    fault: "refused",
    said: "Webhook status 410",
  }],
  "503": [new Response("", { status: 503 }), {
    isAccepted: false,
    fault: "failing",
    said: "Webhook status 503",
  }],
  "429": [new Response("", { status: 429 }), {
    isAccepted: false,
    fault: "busy",
    said: "Webhook status 429",
  }],
};

for (const [name, [answer, delivery]] of Object.entries(ANSWERS)) {
  Deno.test(`an answer of ${name} is ${delivery.isAccepted ? "" : "not "}taken for acceptance`, async () => {
    await using receiver = alarmReceiver();
    receiver.answer = () => answer.clone();
    using bench = outletTo(receiver.origin);
    assert.deepEqual(await bench.outlet.send(MESSAGE), delivery);
  });
}

Deno.test("a redirect is not followed: an alarm goes where it was meant to go", async () => {
  await using elsewhere = alarmReceiver();
  await using receiver = alarmReceiver();
  receiver.answer = () => Response.redirect(elsewhere.origin, 307);
  using bench = outletTo(receiver.origin);
  const delivery = await bench.outlet.send(MESSAGE);
  assert.equal(delivery.isAccepted, false);
  assert.equal(elsewhere.received.length, 0);
});

Deno.test("what people see of an outlet is its host alone", () => {
  using bench = outletTo("https://hooks.example/services/T0/B0/s3cr3t?token=s3cr3t");
  assert.equal(bench.outlet.host, "hooks.example");
});

function outletTo(
  url: string,
  options: Partial<WebhookOptions> = {},
): { outlet: AlarmOutlet } & Disposable {
  const dependencies = new Dependencies({ log: keptLog().log });
  const dependency = dependencies.open({ name: "webhook", label: "Webhook", mayRetry: false });
  const given = { url, format: "json" as const, secret: undefined, clock: systemClock };
  const origin = "https://avanti.example";
  const outlet = webhookOutlet({ ...given, origin, dependency, ...options });
  return { outlet, [Symbol.dispose]: () => dependencies[Symbol.dispose]() };
}
