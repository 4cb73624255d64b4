import assert from "node:assert/strict";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { testServices } from "../support/services.ts";
import { anOperator, type TestOperator } from "../support/operator.ts";

const secretOf = (operator: TestOperator) => operator.cookie.split("=")[1] ?? "";

Deno.test("use() knows a session by its secret and the database never holds the secret", async () => {
  await using test = await testServices();
  const operator = await anOperator(test.services);
  const found = await test.services.sessions.use(secretOf(operator));
  assert.equal(found?.session.id, operator.session.id);
  const rows = await Array.fromAsync(test.services.db.read.list({ prefix: [] }));
  const dump = JSON.stringify(rows.map((row) => [row.key, row.value]));
  assert.equal(dump.includes(secretOf(operator)), false);
  assert.equal(dump.includes(operator.session.id), true);
});

Deno.test("use() refuses an unknown secret, and a session whose time is over", async () => {
  await using test = await testServices();
  const operator = await anOperator(test.services);
  assert.equal(await test.services.sessions.use("x".repeat(43)), null);
  test.clock.advance({ minutes: 30 });
  assert.equal(await test.services.sessions.use(secretOf(operator)), null);
});

Deno.test("use() moves the idle time ahead, but writes at most once a minute", async () => {
  await using test = await testServices();
  const operator = await anOperator(test.services);
  const stored = () => test.services.db.read.get(accountKeys.session(operator.session.id));
  const before = await stored();
  test.clock.advance({ seconds: 59 });
  await test.services.sessions.use(secretOf(operator));
  assert.equal((await stored()).versionstamp, before.versionstamp);
  for (let i = 0; i < 3; i++) {
    test.clock.advance({ minutes: 25 });
    assert.notEqual(await test.services.sessions.use(secretOf(operator)), null);
  }
});

Deno.test("use() in twenty requests at once slides the session once and answers all of them", async () => {
  await using test = await testServices();
  const operator = await anOperator(test.services);
  test.clock.advance({ minutes: 5 });
  const found = await Promise.all(
    Array.from({ length: 20 }, () => test.services.sessions.use(secretOf(operator))),
  );
  const { session, person } = operator.session.signedIn;
  const slid = { person, session: { ...session, idleExpiresAt: "2026-11-23T05:35:00Z" } };
  assert.deepEqual(found, Array.from({ length: 20 }, () => slid));
});

Deno.test("use() gives the session as it is after the use: with the idle time it has now, and else unchanged", async () => {
  await using test = await testServices();
  const operator = await anOperator(test.services);
  const use = () => test.services.sessions.use(secretOf(operator));
  const { signedIn } = operator.session;
  assert.deepEqual(await use(), signedIn);
  test.clock.advance({ minutes: 10 });
  const session = { ...signedIn.session, idleExpiresAt: "2026-11-23T05:40:00Z" };
  assert.deepEqual(await use(), { ...signedIn, session });
});

Deno.test("end() kills the session on the server and tells the listeners", async () => {
  await using test = await testServices();
  const operator = await anOperator(test.services);
  const ended: string[] = [];
  const stop = test.services.sessions.onEnd((id) => ended.push(id));
  await test.services.sessions.end(operator.session.id);
  stop();
  await test.services.sessions.end(operator.session.id);
  assert.deepEqual(ended, [operator.session.id]);
  assert.equal(await test.services.sessions.use(secretOf(operator)), null);
  assert.equal(await test.services.sessions.look(operator.session.id) !== null, false);
});

Deno.test("a session that ends while it is being slid stays ended", async () => {
  await using test = await testServices();
  const operator = await anOperator(test.services);
  test.clock.advance({ minutes: 5 });
  await Promise.all([
    test.services.sessions.use(secretOf(operator)),
    test.services.sessions.end(operator.session.id),
    test.services.sessions.use(secretOf(operator)),
  ]);
  assert.equal(await test.services.sessions.use(secretOf(operator)), null);
});

Deno.test("look() does not count as activity", async () => {
  await using test = await testServices();
  const operator = await anOperator(test.services);
  for (let i = 0; i < 6; i++) {
    assert.equal(await test.services.sessions.look(operator.session.id) !== null, true);
    test.clock.advance({ minutes: 5 });
  }
  assert.equal(await test.services.sessions.look(operator.session.id) !== null, false);
});

Deno.test("signing out everywhere ends every session, also of who has more than may be, and sessions that are over stand in no way", async () => {
  await using test = await testServices();
  const { services } = test;
  const operator = await anOperator(services);
  const { session } = operator.session.signedIn;
  const many = Array.from(
    { length: 130 },
    (_, i) => ({ ...session, id: `${i}`.padStart(43, "0") }),
  );
  for (const one of many) {
    const tx = new Transaction(services.db);
    tx.set(accountKeys.session(one.id), one);
    tx.set(accountKeys.ownSession(one.personId, one.id), session);
    await tx.commit();
  }
  const ended: string[] = [];
  const stop = services.sessions.onEnd((id) => ended.push(id));
  assert.equal((await services.sessions.of(session.personId)).length, many.length + 1);
  await services.sessions.endAllOf(session.personId, session.id);
  stop();
  assert.deepEqual(ended.sort(), many.map(({ id }) => id).sort());
  assert.deepEqual((await services.sessions.of(session.personId)).map(({ id }) => id), [
    session.id,
  ]);
});

Deno.test("a sign-in takes rows of sessions that are over out of the index, and keeps the twenty used last", async () => {
  await using test = await testServices();
  const { services } = test;
  const operator = await anOperator(services);
  const { session } = operator.session.signedIn;
  const over = Array.from({ length: 45 }, (_, i) => `${i}`.padStart(43, "0"));
  for (const id of over) {
    const tx = new Transaction(services.db);
    await tx.set(accountKeys.ownSession(session.personId, id), session).commit();
  }
  const tx = new Transaction(services.db);
  await services.sessions.add(tx, { ...session, id: "z".repeat(43) });
  assert.notEqual(await tx.commit(), null);
  const rows = await Array.fromAsync(
    services.db.read.list({ prefix: accountKeys.ownSession.under(session.personId) }),
  );
  assert.deepEqual(rows.map(({ key }) => key.at(-1)).sort(), [session.id, "z".repeat(43)].sort());
});
