// What operators see of messages to customers, what they may do about them, and the outbox of a machine that sends nothing.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { messagesSv } from "../../lib/i18n/sv/messages.ts";
import { outboxSv } from "../../lib/i18n/sv/outbox.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { exampleMessages } from "../../lib/messages/example-messages.ts";
import { anOperator, testProduct } from "../support/operator.ts";
import { ELSA, type KeptChannel, keptChannel } from "../support/outbox.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("operators see what was sent, what waits and what stopped, of all rides or of one", async () => {
  await using desk = await aDeskWithMail();
  const { booking } = await desk.booked();
  desk.mail.answer = () => ({ kind: "refused", said: "SMTP status 550" });
  const other = await desk.booked();
  const list = await desk.read(paths.adminMessages());
  assert(list.includes(booking.reference.slice(0, 3)) && list.includes(outboxSv.outcomes.failed));
  const failed = await desk.read(paths.adminMessages({ show: "failed" }));
  assert(!failed.includes(paths.adminBooking(booking.id)));
  assert(failed.includes(paths.adminBooking(other.booking.id)));
  const ofOne = await desk.read(paths.adminMessages({ booking: booking.reference }));
  assert(ofOne.includes(paths.adminBooking(booking.id)));
  assert(!ofOne.includes(paths.adminBooking(other.booking.id)));
});

Deno.test("a message that stopped is sent again, or removed, and whoever comes second is told so", async () => {
  await using desk = await aDeskWithMail();
  desk.mail.answer = () => ({ kind: "refused", said: "SMTP status 550" });
  await desk.booked();
  const { messages: [failed] } = await desk.services.messages.newestOf("failed", 10, "");
  assert(failed);
  const page = await desk.read(paths.adminMessage(failed.id));
  assert(page.includes("SMTP status 550") && page.includes("elsa@example.org"));
  assert(page.includes(messagesSv.title.confirmation));
  desk.mail.answer = () => ({ kind: "sent", reference: "" });
  assert.equal(await desk.send(failed.id, "resend"), "resent");
  assert.equal(await desk.send(failed.id, "resend"), "already");
  await runRoomJobs(desk.services);
  assert.equal((await desk.services.messages.get(failed.id))?.outcome, "sent");
  assert.deepEqual((await desk.services.messages.newestOf("failed", 10, "")).messages, []);
  const ids = desk.mail.sent.map(({ id }) => id);
  assert.deepEqual(ids, [failed.id, failed.id]);
  assert.equal(await desk.send(failed.id, "drop"), "already");
});

Deno.test("a message that is removed is never sent", async () => {
  await using desk = await aDeskWithMail();
  desk.mail.answer = () => ({ kind: "retry-later", said: "down", afterMs: null });
  await desk.booked();
  const { messages: [waiting] } = await desk.services.messages.newest(1, "");
  assert(waiting);
  assert.equal(await desk.send(waiting.id, "drop"), "dropped");
  desk.mail.answer = () => ({ kind: "sent", reference: "" });
  desk.clock.advance({ minutes: 5 });
  await runRoomJobs(desk.services);
  assert.equal((await desk.services.messages.get(waiting.id))?.outcome, "dropped");
  assert.equal(desk.mail.sent.length, 1);
});

Deno.test("every message there is stands among the examples, in both languages", async () => {
  await using desk = await aDeskWithMail();
  const html = await desk.read(paths.adminMessageTemplates());
  for (const { message } of exampleMessages("sv")) {
    assert(html.includes(outboxSv.topics[message.topic]), message.topic);
  }
  assert(html.includes('lang="en"') && html.includes("Your ride is booked"));
});

Deno.test("on a machine that sends nothing its outbox shows each message, and in production there is none", async () => {
  await using product = await testProduct();
  const { services } = product;
  await readRoomFeeds(services);
  const { link } = await aStoredBooking(services, { contact: ELSA });
  await readRoomFeeds(services);
  await runRoomJobs(services);
  const html = await (await fetch(product.origin + paths.outbox())).text();
  assert(html.includes("elsa@example.org") && html.includes(paths.booking(link)));
  assert(html.includes(outboxSv.channels.sms));
  Object.assign(services, { config: { ...services.config, mode: "production" } });
  assert.equal((await fetch(product.origin + paths.outbox())).status, 404);
});

/** A product whose mails are kept, with an operator signed in. */
async function aDeskWithMail() {
  const product = await testProduct();
  const { services, test: { clock } } = product;
  const mail: KeptChannel = keptChannel("mail");
  Object.assign(services, { channels: [mail] });
  await readRoomFeeds(services);
  const { cookie, formToken } = await anOperator(services);
  const headers = { cookie };
  return {
    ...{ services, clock, mail },
    async booked() {
      const made = await aStoredBooking(services, { contact: ELSA });
      await readRoomFeeds(services);
      await runRoomJobs(services);
      return made;
    },
    async read(path: string): Promise<string> {
      const response = await fetch(product.origin + path, { headers });
      assert.equal(response.status, 200, path);
      return await response.text();
    },
    async send(id: string, action: string): Promise<string | null> {
      const response = await fetch(product.origin + paths.adminMessage(id), {
        method: "POST",
        headers: { ...headers, origin: product.origin },
        body: new URLSearchParams({ [FORM_TOKEN_FIELD]: formToken, action }),
        redirect: "manual",
      });
      assert.equal(response.status, 303);
      const { searchParams } = new URL(response.headers.get("location") ?? "", product.origin);
      return searchParams.get("done");
    },
    [Symbol.asyncDispose]: () => product[Symbol.asyncDispose](),
  };
}
