// Messages that are sent again, and those that are not to be.
import assert from "node:assert/strict";
import { loadOutbox } from "../../lib/messages/load-outbox.ts";
import { examplePapers } from "../../lib/messages/readable-message.ts";
import { dropMessage, resendMessage } from "../../lib/messages/resend-message.ts";
import { retryDelayMs } from "../../lib/messages/retry-rules.ts";
import { anOutbox, elsasBooking, tell } from "../support/outbox.ts";

Deno.test("what failed is sent again under the same id, and tried for an hour more", async () => {
  await using test = await anOutbox();
  test.mail.answer = () => ({ kind: "refused", said: "SMTP status 550" });
  await elsasBooking(test);
  await tell(test);
  const { messages: [failed] } = await test.services.messages.newestOf("failed", 10, "");
  assert(failed);
  test.mail.answer = () => ({ kind: "sent", reference: "" });
  test.clock.advance({ hours: 2 });
  assert.equal(await resendMessage(test.services, failed.id), true);
  assert.equal(await resendMessage(test.services, failed.id), false);
  await tell(test);
  assert.deepEqual(test.mail.sent.map(({ id }) => id), [failed.id, failed.id]);
  assert.equal(await dropMessage(test.services, failed.id), false);
});

Deno.test("an outbox shows messages the newest first, page by page", async () => {
  await using test = await anOutbox();
  for (let i = 0; i < 20; i++) {
    await elsasBooking(test, { wallTime: `2026-11-${24 + i % 5}T${10 + Math.floor(i / 5)}:00` });
    test.clock.advance({ seconds: 1 });
  }
  await tell(test);
  const config = { origin: "https://avanti.example", mailFrom: undefined };
  const deps = { ...test.services, config };
  const first = await loadOutbox(deps, "");
  const second = await loadOutbox(deps, first.next);
  const ids = [...first.messages, ...second.messages].map(({ message }) => message.id);
  assert.deepEqual([ids.length, second.next], [40, ""]);
  assert.deepEqual(ids, ids.toSorted().toReversed());
});

Deno.test("every example can be read in the language it is in", async () => {
  await using test = await anOutbox();
  const papers = await examplePapers(test.services, "en");
  assert(papers.every(({ text, locale }) => text !== "" && locale === "en"));
});

Deno.test("tries come at longer and longer times, never all together, and as late as was asked for", () => {
  assert.deepEqual([1, 2, 3].map((tried) => retryDelayMs(tried, 1, null)), [
    10_000,
    20_000,
    40_000,
  ]);
  assert.deepEqual([retryDelayMs(1, 0, null), retryDelayMs(30, 1, null)], [5_000, 900_000]);
  assert.deepEqual([retryDelayMs(1, 1, 60_000), retryDelayMs(1, 1, 10 ** 9)], [60_000, 3_600_000]);
});
