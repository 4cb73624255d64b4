import assert from "node:assert/strict";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { issueOperatorLink, linkState } from "../../lib/accounts/one-time-link.ts";
import { signIn } from "../../lib/accounts/sign-in.ts";
import { testServices } from "../support/services.ts";
import { anOperator } from "../support/operator.ts";

Deno.test("of twenty racers with one link exactly one signs in", async () => {
  await using test = await testServices();
  const token = await issueOperatorLink(test.services, "Karin");
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => signIn(test.services, { token, formerSessionId: null })),
  );
  assert.equal(answers.filter((answer) => answer.ok).length, 1);
  const reasons = answers.flatMap((answer) => answer.ok ? [] : [answer.reason]);
  assert.deepEqual(new Set(reasons), new Set(["used"]));
});

Deno.test("looking at a link does not use it", async () => {
  await using test = await testServices();
  const token = await issueOperatorLink(test.services, "Karin");
  for (let i = 0; i < 5; i++) assert.equal(await linkState(test.services, token), "usable");
  assert.equal((await signIn(test.services, { token, formerSessionId: null })).ok, true);
  assert.equal(await linkState(test.services, token), "used");
});

Deno.test("a link works until its fifteenth minute and then says that it has run out", async () => {
  await using test = await testServices();
  const [inTime, tooLate] = [
    await issueOperatorLink(test.services, "Karin"),
    await issueOperatorLink(test.services, "Karin"),
  ];
  test.clock.advance({ minutes: 14, seconds: 59 });
  assert.equal(
    (await signIn(test.services, { token: inTime, formerSessionId: null })).ok,
    true,
  );
  test.clock.advance({ seconds: 1 });
  const late = await signIn(test.services, { token: tooLate, formerSessionId: null });
  assert.deepEqual(late, { ok: false, reason: "expired" });
});

Deno.test("signIn() refuses a token nobody issued", async () => {
  await using test = await testServices();
  const answer = await signIn(test.services, { token: "A".repeat(43), formerSessionId: null });
  assert.deepEqual(answer, { ok: false, reason: "unknown" });
});

Deno.test("the database never holds the token of a link", async () => {
  await using test = await testServices();
  const token = await issueOperatorLink(test.services, "Karin");
  const rows = await Array.fromAsync(test.services.db.read.list({ prefix: [] }));
  assert.equal(JSON.stringify(rows).includes(token), false);
});

Deno.test("signing in again ends the session the browser had", async () => {
  await using test = await testServices();
  const former = await anOperator(test.services);
  const token = await issueOperatorLink(test.services, "Karin");
  const answer = await signIn(test.services, { token, formerSessionId: former.session.id });
  assert.equal(answer.ok && answer.session.id !== former.session.id, true);
  assert.equal(await test.services.sessions.isLive(former.session.id), false);
});

Deno.test("a dead link is remembered for a day and a session for its eight hours, and no longer", () => {
  const { operatorLink, operatorSession } = accountKeys;
  assert.deepEqual(operatorLink.kept, { until: "expiry", atMostMs: 86_400_000 });
  assert.deepEqual(operatorSession.kept, { until: "expiry", atMostMs: 28_800_000 });
});
