import assert from "node:assert/strict";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { issueEntryLink, lookAtLink } from "../../lib/accounts/one-time-link.ts";
import { testServices } from "../support/services.ts";
import { aLink, anOperator, aPerson, useLink } from "../support/operator.ts";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { signInByLink } from "../../lib/accounts/sign-in-by-link.ts";
import { refusal } from "../support/refusal.ts";

Deno.test("of twenty racers with one link exactly one signs in", async () => {
  await using test = await testServices();
  const token = await aLink(test.services, "Karin");
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => useLink(test.services, token)),
  );
  assert.equal(answers.filter((answer) => answer.ok).length, 1);
  const reasons = answers.flatMap((answer) => answer.ok ? [] : [answer.reason]);
  assert.deepEqual(new Set(reasons), new Set(["used"]));
});

Deno.test("looking at a link does not use it", async () => {
  await using test = await testServices();
  const token = await aLink(test.services, "Karin");
  for (let i = 0; i < 5; i++) {
    assert.equal((await lookAtLink(test.services, token)).state, "usable");
  }
  assert.equal((await useLink(test.services, token)).ok, true);
  assert.equal((await lookAtLink(test.services, token)).state, "used");
});

Deno.test("a link works until its fifteenth minute and then says that it has run out", async () => {
  await using test = await testServices();
  const [inTime, tooLate] = [
    await aLink(test.services, "Karin"),
    await aLink(test.services, "Karin"),
  ];
  test.clock.advance({ minutes: 14, seconds: 59 });
  assert.equal(
    (await useLink(test.services, inTime)).ok,
    true,
  );
  test.clock.advance({ seconds: 1 });
  const late = await useLink(test.services, tooLate);
  assert.deepEqual(late, { ok: false, reason: "expired" });
});

Deno.test("signIn() refuses a token nobody issued", async () => {
  await using test = await testServices();
  const answer = await useLink(test.services, "A".repeat(43));
  assert.deepEqual(answer, { ok: false, reason: "unknown" });
});

Deno.test("the database never holds the token of a link", async () => {
  await using test = await testServices();
  const token = await aLink(test.services, "Karin");
  const rows = await Array.fromAsync(test.services.db.read.list({ prefix: [] }));
  assert.equal(JSON.stringify(rows).includes(token), false);
});

Deno.test("signing in again ends the session the browser had", async () => {
  await using test = await testServices();
  const former = await anOperator(test.services);
  const token = await aLink(test.services, "Karin");
  const answer = await useLink(test.services, token, former.session.id);
  assert.equal(answer.ok && answer.begun.session.id !== former.session.id, true);
  assert.equal(await test.services.sessions.look(former.session.id) !== null, false);
});

Deno.test("a dead link is remembered for a day, an invitation for its week before, and a session as long as the longest, and no longer", () => {
  const { entryLink, session } = accountKeys;
  assert.deepEqual(entryLink.kept, { until: "expiry", atMostMs: 8 * 86_400_000 });
  assert.deepEqual(session.kept, { until: "expiry", atMostMs: 90 * 86_400_000 });
});

Deno.test("nobody becomes an admin by naming the address of somebody who is none, and an admin comes back as themselves", async () => {
  await using test = await testServices();
  const elsa = await aPerson(test.services, "Elsa", "accountant");
  const amir = await aPerson(test.services, "Amir", "admin");
  const enter = async (email: string) => {
    const token = await issueEntryLink(test.services, { personId: null, purpose: "server" });
    const keeper = { name: "Another name", email, locale: "sv" } as const;
    const input = { token, formerSessionId: null, origin: UNKNOWN_ORIGIN, keeper };
    return await signInByLink(test.services, input);
  };
  await refusal(enter(elsa.email), "address-taken");
  const back = await enter(amir.email.toUpperCase());
  assert(back.ok);
  assert.deepEqual(back.begun.person, amir);
});

Deno.test("a link lets nobody in who was blocked since", async () => {
  await using test = await testServices();
  const karin = await aPerson(test.services, "Karin", "dispatcher");
  const token = await aLink(test.services, "Karin");
  const block = { type: "block", reason: "gone" } as const;
  await changePerson(test.services, { id: karin.id, command: block }, { kind: "server" });
  assert.deepEqual(await useLink(test.services, token), { ok: false, reason: "unknown" });
});
