import assert from "node:assert/strict";
import { roomWork } from "../../lib/assembly/work.ts";
import { loadBoardPage } from "../../lib/board/board-page-data.ts";
import { deadJobRow, JOB_OUTCOMES, parseJobOutcome } from "../../lib/board/dead-jobs.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { aDeadJob } from "../support/dead-jobs.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

const JOB = { id: "a", kind: "greet", attempts: 8, lastError: "no", diedAt: null };

Deno.test("a job is about the members of its payload, at most ten of them, whatever they are", () => {
  const about = (payload: unknown) => deadJobRow({ ...JOB, payload }).about;
  assert.deepEqual(about({ bookingId: "B1", n: 7, rest: ["x"] }), [
    ["bookingId", "B1"],
    ["n", "7"],
    ["rest", '["x"]'],
  ]);
  for (const payload of [null, undefined, {}, 5, "text"]) assert.deepEqual(about(payload), []);
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`m${i}`, "x"]));
  assert.equal(about(many).length, 10);
});

Deno.test("long errors and values are cut, and say so", () => {
  const long = "x".repeat(1_000);
  const { lastError, about } = deadJobRow({ ...JOB, lastError: long, payload: { id: long } });
  for (const text of [lastError, about[0]?.[1] ?? ""]) {
    assert.equal(text, `${"x".repeat(300)} …`);
  }
  assert.equal(deadJobRow({ ...JOB, payload: {} }).lastError, "no");
});

Deno.test("every kind of job has words in every language, and words are for kinds there are", async () => {
  await using test = await testServices();
  const kinds = roomWork(test.services).flatMap(({ jobs }) => jobs ?? []).map(({ name }) => name);
  for (const locale of LOCALES) {
    const worded = Object.keys(textsFor(locale).jobs.kinds);
    assert.deepEqual(worded.sort(), [...kinds, "unreadable"].sort(), locale);
  }
});

Deno.test("the board's page has the board and how many jobs wait", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const query = { date: "2026-11-24", bookingId: null, q: "", cursor: null };
  const load = () => loadBoardPage(test.services, session, query);
  assert.deepEqual((await load()).deadJobs, { count: 0, more: false });
  await aDeadJob(test.services);
  const { board, deadJobs } = await load();
  assert.deepEqual(deadJobs, { count: 1, more: false });
  assert.equal(board.day.date, query.date);
});

Deno.test("only outcomes there are can be named by an address", () => {
  for (const outcome of JOB_OUTCOMES) assert.equal(parseJobOutcome(outcome), outcome);
  for (const word of [null, "", "Retried", "__proto__"]) assert.equal(parseJobOutcome(word), null);
});
