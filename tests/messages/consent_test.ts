// What a ride can do without goes to those alone who said yes, up to the moment it is sent.
import assert from "node:assert/strict";
import { sealMessage, writeMessage } from "../../lib/messages/message-store.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { exampleMessages } from "../../lib/messages/example-messages.ts";
import type { OutboxMessage } from "../../lib/messages/message.ts";
import { sendMessages } from "../../lib/messages/send-messages.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { recordConsent } from "../../lib/privacy/record-consent.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const ID = "01KAQ0000000000000000000ZZ";

Deno.test("a reminder that waits is withdrawn when its person says no before it is sent", async () => {
  await using test = await testServices();
  await say(test, true);
  await waiting(test);
  await say(test, false);
  await sendMessages(test.services, { messages: [ID] });
  assert.equal((await test.services.messages.get(ID))?.outcome, "withdrawn");
});

Deno.test("with a yes it is sent", async () => {
  await using test = await testServices();
  await say(test, true);
  await waiting(test);
  await sendMessages(test.services, { messages: [ID] });
  assert.equal((await test.services.messages.get(ID))?.outcome, "sent");
});

Deno.test("nobody who was never asked gets one", async () => {
  await using test = await testServices();
  await waiting(test);
  await sendMessages(test.services, { messages: [ID] });
  assert.equal((await test.services.messages.get(ID))?.outcome, "withdrawn");
});

async function say({ services, clock }: TestServices, granted: boolean): Promise<void> {
  clock.advance({ seconds: 1 });
  await recordConsent(services, {
    subject: { kind: "guest", reach: { kind: "email", at: MAJA.email } },
    ...{ purpose: "reminders", granted, locale: "sv", surface: "guest" },
  });
}

/** A reminder of a ride that waits to be sent. */
async function waiting({ services, clock }: TestServices): Promise<void> {
  const { booking } = await aStoredBooking(services);
  const example = exampleMessages("sv").find(({ message }) => message.topic === "reminder");
  assert(example);
  const at = clock.now().toString();
  const message: OutboxMessage = {
    ...{ id: ID, bookingId: booking.id, topic: "reminder", channel: "mail", locale: "sv", at },
    ...{ dueAt: at, deadline: clock.now().add({ hours: 2 }).toString(), version: 1, acts: [] },
    mark: await reachMark(services.reachKey, "email", MAJA.email),
    sealed: await sealMessage(services, ID, { to: MAJA.email, content: example.content }),
    ...{ attempts: 0, said: "", busyUntil: null, outcome: "waiting", decidedAt: null },
  };
  const tx = new Transaction(services.db);
  writeMessage(tx, null, message);
  await tx.commit();
}
