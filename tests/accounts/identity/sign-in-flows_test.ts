import assert from "node:assert/strict";
import { SignInFlows } from "../../../lib/accounts/identity/sign-in-flows.ts";
import { accountKeys } from "../../../lib/accounts/keys.ts";
import { testServices } from "../../support/services.ts";

Deno.test("what is remembered is sealed under a hash: neither id nor secret is in the database", async () => {
  await using test = await testServices();
  const flows = new SignInFlows(test.services);
  await flows.keep("oauth_sessions", "id-1", { codeVerifier: "secret-verifier" });
  const rows = await Array.fromAsync(
    test.services.db.read.list({ prefix: accountKeys.signInFlow.prefix }),
  );
  assert.equal(rows.length, 1);
  const raw = JSON.stringify(rows);
  assert.equal(raw.includes("id-1") || raw.includes("secret-verifier"), false);
  assert.deepEqual((await flows.look("oauth_sessions", "id-1")).value, {
    codeVerifier: "secret-verifier",
  });
});

Deno.test("it is used once, by one of many, and of its kind alone", async () => {
  await using test = await testServices();
  const flows = new SignInFlows(test.services);
  await flows.keep("a", "id", 1);
  assert.equal((await flows.look("b", "id")).value, null);
  const { versionstamp } = await flows.look("a", "id");
  const used = await Promise.all([1, 2, 3].map(() => flows.use("a", "id", versionstamp)));
  assert.deepEqual(used.filter(Boolean), [true]);
  assert.equal(await flows.use("a", "id", null), false);
});

Deno.test("after its time it is gone, whether or not a round has deleted it", async () => {
  await using test = await testServices();
  const flows = new SignInFlows(test.services);
  await flows.keep("a", "id", 1, 60_000);
  await flows.keep("a", "long", 1, 24 * 60 * 60_000);
  test.clock.advance({ seconds: 60 });
  assert.equal((await flows.look("a", "id")).value, null);
  assert.equal((await flows.look("a", "long")).value, 1);
  test.clock.advance({ minutes: 9 });
  assert.equal((await flows.look("a", "long")).value, null);
});
