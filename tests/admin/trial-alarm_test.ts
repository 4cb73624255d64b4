// The operators' trial alarm: what the page says of each way out is what happened there, and no secret of it is shown.
import assert from "node:assert/strict";
import { TRIAL_LIMIT } from "../../lib/alarms/try-outlets.ts";
import { alarmsSv } from "../../lib/i18n/sv/alarms.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { alarmReceiver } from "../support/alarm-receiver.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { mailServer } from "../support/mail-server.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";

const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i * 7).toBase64();

Deno.test("a trial reaches the webhook, the mail and Sentry, and the page names those that took it", async () => {
  await using webhook = alarmReceiver();
  await using sentry = alarmReceiver();
  await using mail = await mailServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username }, _, callback) => callback(null, { user: username ?? "" }),
  });
  await using test = await testServices({ environment: outlets(webhook, sentry, mail) });
  const { press, read } = await operatorOf(test);
  const before = await read();
  assert(before.includes(alarmsSv.tryButton) && before.includes(alarmsSv.never));
  const { status, location } = await press();
  assert.deepEqual([status, location], [303, "/admin/incidents?trial=sent#alarms"]);
  const body = JSON.parse(webhook.received[0]?.body ?? "");
  assert.deepEqual([body.type, body.alarms], ["trial", []]);
  assert(body.text.includes(alarmsSv.trial));
  assert.equal(mail.mails[0]?.read.subject, alarmsSv.trialSubject);
  assert(sentry.received[0]?.body.includes(alarmsSv.trial));
  const html = await read("sent");
  assert(html.includes(alarmsSv.trialAccepted("Webhook, E-post, Sentry")));
  for (const { origin } of [webhook, sentry]) assert(html.includes(new URL(origin).host));
  for (const secret of ["hooks/7", "p4ss", "abc123", SECRET, "jour@avanti.example"]) {
    assert(!html.includes(secret), secret);
  }
});

Deno.test("an outlet that does not take it is named, with the reason", async () => {
  await using webhook = alarmReceiver();
  await using sentry = alarmReceiver();
  await using mail = await mailServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (_, __, callback) => callback(new Error("no")),
  });
  webhook.answer = () => new Response("", { status: 404 });
  await using test = await testServices({ environment: outlets(webhook, sentry, mail) });
  const { press, read } = await operatorOf(test);
  await press();
  const html = await read("sent");
  assert(html.includes(alarmsSv.trialFailed("Webhook, E-post")));
  assert(html.includes(alarmsSv.trialAccepted("Sentry")));
  assert(html.includes(alarmsSv.faults.refused) && html.includes("Webhook status 404"));
  assert(html.includes(alarmsSv.faults.failing) && html.includes("SMTP status 535"));
  // Set right, it says so.
  webhook.answer = () => new Response("ok");
  test.clock.advance({ seconds: 1 });
  await press();
  assert((await read("sent")).includes(alarmsSv.trialAccepted("Webhook, Sentry")));
  // What was taken once and is no longer is not named among those that took it.
  webhook.answer = () => new Response("", { status: 410 });
  test.clock.advance({ seconds: 1 });
  await press();
  assert((await read("sent")).includes(alarmsSv.trialFailed("Webhook, E-post")));
});

Deno.test("without an outlet the page says so and offers nothing to press", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  const html = await read();
  assert(html.includes(alarmsSv.noneLead));
  assert(!html.includes(alarmsSv.tryButton));
});

Deno.test("trials are bounded: they end in people's telephones", async () => {
  await using webhook = alarmReceiver();
  await using test = await testServices({ environment: { AVANTI_ALARM_WEBHOOK: webhook.origin } });
  const { press } = await operatorOf(test);
  for (let i = 0; i < TRIAL_LIMIT.most; i++) assert.equal((await press()).status, 303);
  assert.equal((await press()).status, 429);
  assert.equal(webhook.received.length, TRIAL_LIMIT.most);
});

Deno.test("nobody sends a trial without the token of their session", async () => {
  await using webhook = alarmReceiver();
  await using test = await testServices({ environment: { AVANTI_ALARM_WEBHOOK: webhook.origin } });
  const { press } = await operatorOf(test);
  assert.equal((await press("x")).status, 403);
  assert.equal(webhook.received.length, 0);
});

function outlets(
  webhook: { origin: string },
  sentry: { origin: string },
  mail: { port: number },
): Record<string, string> {
  return {
    AVANTI_ALARM_WEBHOOK: `${webhook.origin}/hooks/7`,
    AVANTI_ALARM_SECRET: SECRET,
    AVANTI_SMTP: `smtp://avanti:p4ss@127.0.0.1:${mail.port}`,
    AVANTI_MAIL_FROM: "larm@avanti.example",
    AVANTI_ALARM_MAIL: "jour@avanti.example",
    AVANTI_SENTRY_DSN: `${sentry.origin.replace("://", "://abc123@")}/7`,
  };
}

async function operatorOf({ services }: TestServices) {
  const app = await testApp(services);
  const { cookie, formToken } = await anOperator(services);
  const read = async (trial = "") => {
    const url = ORIGIN + paths.adminIncidents({ trial });
    return await (await app(new Request(url, { headers: { cookie } }))).text();
  };
  const press = async (token = formToken) => {
    const { status, headers } = await app(
      new Request(ORIGIN + paths.adminIncidents(), {
        method: "POST",
        headers: { cookie, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ formToken: token }),
      }),
    );
    return { status, location: headers.get("location") };
  };
  return { read, press };
}
