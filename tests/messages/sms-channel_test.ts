// A message of the outbox leaves by the text message service that is set, once under its own id.
import assert from "node:assert/strict";
import { localChannel } from "../../lib/messages/local-channel.ts";
import { smsChannel } from "../../lib/messages/sms-channel.ts";
import { testServices } from "../support/services.ts";
import { anSms, elksServer } from "../support/sms.ts";

Deno.test("a text message of the outbox is handed to the service that is set, and not to the page of the outbox", async () => {
  await using elks = elksServer();
  await using test = await testServices({ environment: { AVANTI_SMS: elks.setting } });
  const channel = test.services.channels.find(({ name }) => name === "sms") ?? assert.fail();
  assert.deepEqual([channel.isLocal, channel.host], [false, new URL(elks.setting).host]);
  const { id, to, text } = anSms();
  const at = { at: "2026-11-23T05:00:00Z", deadline: "2026-11-24T05:00:00Z", isUrgent: true };
  const message = { id, ...at, channel: "sms", to, text } as const;
  const first = await channel.send(message);
  assert.deepEqual(await channel.send(message), first);
  assert.deepEqual([first.kind, elks.taken.length], ["sent", 1]);
  assert.deepEqual(elks.taken[0], { from: "Avanti", to, message: text });
});

Deno.test("what is no text message is refused, and without a service the page of the outbox stands in", async () => {
  await using test = await testServices();
  const sms = { host: "", send: () => assert.fail(), state: () => assert.fail() };
  const mail = { subject: "", text: "", html: "", calendar: null, unsubscribe: "", files: [] };
  const at = { id: "x", at: "", deadline: "", isUrgent: false };
  const refused = await smsChannel(sms).send({ ...at, channel: "mail", to: "a@b.se", mail });
  assert.equal(refused.kind, "refused");
  const channel = test.services.channels.find(({ name }) => name === "sms");
  assert.equal(channel?.isLocal, localChannel("sms").isLocal);
});
