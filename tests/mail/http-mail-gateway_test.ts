// Mails handed to a service over HTTP: what it is sent, and what its answers mean.
import assert from "node:assert/strict";
import type { Mail } from "../../lib/mail/mail.ts";
import { httpMailer } from "../../lib/mail/http-mail-gateway.ts";
import { mailServices } from "../../lib/mail/services.ts";
import { AttemptFailure } from "../../lib/resilience/attempt-failure.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { keptLog } from "../support/kept-log.ts";

const MAIL: Mail = {
  ...{ id: "message.01", at: "2026-11-23T05:00:00Z", to: ["maja@example.org"] },
  ...{ subject: "Resan är bokad", text: "Hej", html: "<p>Hej</p>", isAutomatic: true },
  calendar: { method: "REQUEST", text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
};

Deno.test("a mail is posted once with who sends it, its parts, and the id a repeat is known by", async () => {
  const { handed, requests } = await post(() => new Response(null, { status: 202 }));
  assert.deepEqual(handed, { accepted: MAIL.to, refused: [] });
  const [{ headers, body } = assert.fail()] = requests;
  assert.equal(headers.get("authorization"), "Bearer t0ken");
  assert.equal(headers.get("idempotency-key"), MAIL.id);
  assert.deepEqual(JSON.parse(body), {
    ...{ id: MAIL.id, at: MAIL.at, from: { address: "resa@avanti.example", name: "Avanti" } },
    ...{ to: MAIL.to, subject: MAIL.subject, text: MAIL.text, html: MAIL.html },
    headers: {
      "Message-ID": "<message.01@avanti.example>",
      "Auto-Submitted": "auto-generated",
    },
    attachments: [{
      filename: "avanti.ics",
      contentType: "text/calendar; charset=utf-8; method=REQUEST",
      content: btoa("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    }],
  });
});

Deno.test("an address the service will never write to is refused; a wrong token and a fault are tried again", async () => {
  const refused = await post(() => new Response("no such mailbox", { status: 422 }));
  assert.deepEqual(refused.handed, { accepted: [], refused: MAIL.to });
  for (const status of [401, 403, 429, 500, 503]) {
    const { error } = await post(() => new Response("l@rm", { status }));
    assert(error instanceof AttemptFailure, String(status));
    assert.doesNotMatch(error.message, /l@rm|t0ken/);
  }
});

Deno.test("mails go to the service that is set, and to none without a sender", () => {
  using dependencies = new Dependencies({ log: keptLog().log });
  const service = { mailUrl: "https://mail.example/send", mailToken: "x" };
  const config = { mode: "production" as const, smtp: undefined, ...service };
  const set = mailServices({
    config: { ...config, mailFrom: "resa@avanti.example" },
    dependencies,
  });
  assert.equal(set.mail?.host, "mail.example");
  assert.equal(
    mailServices({ config: { ...config, mailFrom: undefined }, dependencies }).mail,
    null,
  );
});

/** Hands one mail to a service that answers so. */
async function post(answer: () => Response) {
  const requests: { headers: Headers; body: string }[] = [];
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      requests.push({ headers: request.headers, body: await request.text() });
      return answer();
    },
  );
  using dependencies = new Dependencies({ log: keptLog().log });
  const dependency = dependencies.open({ name: "smtp", label: "Mail service", mayRetry: false });
  const from = { address: "resa@avanti.example", name: "Avanti" };
  const url = `http://127.0.0.1:${server.addr.port}/send`;
  const mailer = httpMailer({ url, token: "t0ken", from, dependency });
  try {
    return { handed: await mailer.send(MAIL), error: null, requests };
  } catch (error) {
    return { handed: null, error, requests };
  }
}
