// By what has become of them messages are found: the index follows each step, and stands in for nothing it has not walked over.
import assert from "node:assert/strict";
import { messageKeys } from "../../lib/messages/keys.ts";
import { eraseMessages, MESSAGES_PER_COMMIT } from "../../lib/messages/erase-messages.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { readEntry } from "../../lib/kv/read.ts";
import {
  FOUND_OUTCOMES,
  type FoundOutcome,
  outcomesOfMessages,
} from "../../lib/messages/message-store.ts";
import { dropMessage, resendMessage } from "../../lib/messages/resend-message.ts";
import { rowsOfToday } from "../support/rows-of-today.ts";
import { anOutbox, elsasBooking, type Outbox, tell } from "../support/outbox.ts";

/** The index, as `outcome id`, and what it must be. */
async function indexOf({ services }: Outbox): Promise<{ found: string[]; right: string[] }> {
  const rows = await rowsOfToday(services.db.read);
  const found = rows.filter(({ key }) => key[0] === "outboxByOutcome")
    .map(({ key }) => `${String(key[1])} ${String(key[2])}`);
  const { messages } = await services.messages.newest(100, "");
  const right = messages.filter(({ outcome }) => isFound(outcome))
    .map(({ outcome, id }) => `${outcome} ${id}`).sort();
  return { found, right };
}

function isFound(outcome: string): boolean {
  return FOUND_OUTCOMES.some((one) => one === outcome);
}

async function assertIndex(test: Outbox, outcomes: readonly FoundOutcome[]): Promise<void> {
  const { found, right } = await indexOf(test);
  assert.deepEqual(found, right);
  assert.deepEqual(found.map((row) => row.split(" ")[0]), outcomes);
}

Deno.test("each message stands in the index once, under what has become of it, whatever it was before", async () => {
  await using test = await anOutbox();
  test.mail.answer = () => ({ kind: "refused", said: "SMTP status 550" });
  const { booking } = await elsasBooking(test);
  await assertIndex(test, []);
  await tell(test);
  await assertIndex(test, ["failed", "sent"]);
  const { messages: [failed] } = await test.services.messages.newestOf("failed", 9, "");
  assert(failed);
  assert(await resendMessage(test.services, failed.id));
  await assertIndex(test, ["sent", "waiting"]);
  assert(await dropMessage(test.services, failed.id));
  await assertIndex(test, ["sent"]);
  assert(await resendMessage(test.services, failed.id));
  await assertIndex(test, ["sent", "waiting"]);
  test.mail.answer = () => ({ kind: "sent", reference: "" });
  await tell(test);
  await assertIndex(test, ["sent", "sent"]);
  await eraseMessages(test.services, booking.id);
  await assertIndex(test, []);
});

Deno.test("more messages of a booking than one commit holds are all erased, also by who goes on after being cut off", async () => {
  await using test = await anOutbox();
  const { booking } = await elsasBooking(test);
  await tell(test);
  const { db } = test.services;
  const [sent] = await test.services.messages.ofBooking(booking.id);
  const key = messageKeys.messageThread(booking.id);
  const { value: thread } = await readEntry(db.write, key);
  assert(sent && thread !== null);
  const more = Array.from({ length: 2 * MESSAGES_PER_COMMIT }, (_, i) => `${sent.id}-${i}`);
  for (const id of more) {
    await commitWithRetry(db, (tx) => {
      tx.set(messageKeys.outbox(id), { ...sent, id });
      tx.set(messageKeys.outboxByOutcome(sent.outcome, id), true);
      return Promise.resolve(null);
    });
  }
  const ids = [...thread.ids, ...more];
  await commitWithRetry(db, (tx) => {
    tx.set(key, { ...thread, ids });
    return Promise.resolve(null);
  });
  await eraseMessages(test.services, booking.id);
  assert.deepEqual(await test.services.messages.ofBooking(booking.id), []);
  assert.equal((await test.services.messages.newest(1_000, "")).messages.length, 0);
  await assertIndex(test, []);
});

Deno.test("messages of an earlier release are found before the walk over them and after it, page by page", async () => {
  await using test = await anOutbox();
  const { services } = test;
  for (let i = 0; i < 3; i++) {
    await elsasBooking(test, { wallTime: `2026-11-2${4 + i}T10:00` });
    test.clock.advance({ seconds: 1 });
  }
  await tell(test);
  const { messages: all } = await services.messages.newest(100, "");
  for (const { outcome, id } of all) {
    await services.db.write.delete(messageKeys.outboxByOutcome(outcome, id));
  }
  const pages = async () => {
    const ids: string[] = [];
    let next = "";
    do {
      const page = await services.messages.newestOf("sent", 2, next);
      ids.push(...page.messages.map(({ id }) => id));
      next = page.next;
    } while (next !== "");
    return ids;
  };
  assert.deepEqual(await pages(), all.map(({ id }) => id));
  while (await outcomesOfMessages.step(services.db) !== "done");
  assert.deepEqual(await pages(), all.map(({ id }) => id));
  for (const outcome of FOUND_OUTCOMES.filter((one) => one !== "sent")) {
    assert.deepEqual((await services.messages.newestOf(outcome, 9, "")).messages, []);
  }
});
