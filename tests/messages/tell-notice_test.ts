// Notices of somebody's account reach every address they name, at once, and what lets them in is not kept.
import assert from "node:assert/strict";
import { addNotice, type NoticeContent } from "../../lib/accounts/account-notice.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { anOutbox, type Outbox, tell } from "../support/outbox.ts";

const TO = { mail: "maja@example.org", phone: "+46701740605" };

Deno.test("a code goes by mail and SMS at once, also at night, and is not kept once it has gone", async () => {
  await using test = await anOutbox({ now: "2026-11-23T23:30:00Z" });
  await notice(test, { kind: "sign-in-code", to: TO, code: "482913" });
  await tell(test);
  const [mail] = test.mail.sent;
  assert(mail?.channel === "mail");
  assert.equal(mail.mail.subject, "482913 är din kod hos Avanti");
  const [sms] = test.sms.sent;
  assert(sms?.channel === "sms");
  assert.match(sms.text, /^482913 är din kod hos Avanti/);
  const { messages } = await test.services.messages.newest(10, "");
  assert.deepEqual(messages.map(({ outcome }) => outcome), ["sent", "sent"]);
  for (const message of messages) {
    const secret = await test.services.messages.open(message);
    assert.deepEqual(secret, { to: "", content: { kind: "gone" } });
  }
});

Deno.test("a code nobody could send within its time is given up, and never comes late", async () => {
  await using test = await anOutbox();
  test.mail.answer = () => ({ kind: "retry-later", said: "down", afterMs: null });
  await notice(test, { kind: "sign-in-code", to: { ...TO, phone: "" }, code: "482913" });
  for (let i = 0; i < 8; i++) await tell(test, 150);
  test.mail.answer = () => ({ kind: "sent", reference: "" });
  await tell(test, 900);
  const { messages } = await test.services.messages.newest(10, "");
  assert.deepEqual(messages.map(({ outcome }) => outcome), ["failed"]);
  assert.deepEqual(messages, (await test.services.messages.newestOf("failed", 10, "")).messages);
  assert(test.mail.sent.every(({ at, deadline }) => at < deadline));
});

Deno.test("an invitation names who invites, as what, and where to press", async () => {
  await using test = await anOutbox();
  const link = "/enter/abc";
  const to = { ...TO, phone: "" };
  const invitation = { kind: "invitation", to, name: "Kim", role: "dispatcher", by: "Sara" };
  await notice(test, { ...invitation, link } as NoticeContent);
  await tell(test);
  const [mail] = test.mail.sent;
  assert(mail?.channel === "mail");
  assert.match(mail.mail.text, /Sara\u2069 bjuder in dig som trafikledare\./);
  assert.match(mail.mail.text, /http:\/\/localhost:8000\/enter\/abc/);
});

async function notice({ services }: Outbox, content: NoticeContent): Promise<void> {
  await commitWithRetry(services.db, async (tx) => {
    await addNotice(services, tx, { locale: "sv", minutes: 10 }, content);
    return null;
  });
}
