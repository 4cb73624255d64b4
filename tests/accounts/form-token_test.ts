import assert from "node:assert/strict";
import { isFormToken, makeFormToken } from "../../lib/accounts/form-token.ts";
import { testServices } from "../support/services.ts";
import { anOperator } from "../support/operator.ts";

Deno.test("a form token fits its own session and no other", async () => {
  await using test = await testServices();
  const karin = await anOperator(test.services);
  const omar = await anOperator(test.services, "Omar");
  assert.equal(await isFormToken(karin.session, karin.formToken), true);
  assert.equal(await isFormToken(omar.session, karin.formToken), false);
});

Deno.test("every form token is different, and changing one letter breaks it", async () => {
  await using test = await testServices();
  const { session, formToken } = await anOperator(test.services);
  assert.notEqual(await makeFormToken(session, test.services.randomBytes), formToken);
  for (const at of [0, 21, 23, 60]) {
    const letter = formToken[at] === "A" ? "B" : "A";
    const broken = formToken.slice(0, at) + letter + formToken.slice(at + 1);
    assert.equal(await isFormToken(session, broken), false, `letter ${at}`);
  }
});

Deno.test("isFormToken() refuses whatever is no token", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  for (const value of [undefined, null, "", ".", "a.b", 7, {}, "x".repeat(5_000)]) {
    assert.equal(await isFormToken(session, value), false);
  }
});

Deno.test("isFormToken() refuses a token of which anything is missing or to which anything was added", async () => {
  await using test = await testServices();
  const { session, formToken } = await anOperator(test.services);
  assert.equal(await isFormToken(session, formToken), true);
  for (let length = 0; length < formToken.length; length++) {
    assert.equal(await isFormToken(session, formToken.slice(0, length)), false, `first ${length}`);
    assert.equal(await isFormToken(session, formToken.slice(length + 1)), false, `from ${length}`);
    const without = formToken.slice(0, length) + formToken.slice(length + 1);
    assert.equal(await isFormToken(session, without), false, `without letter ${length}`);
  }
  for (const changed of [`${formToken}A`, `${formToken}=`, ` ${formToken}`, `${formToken}\n`]) {
    assert.equal(await isFormToken(session, changed), false, JSON.stringify(changed));
  }
});

Deno.test("isFormToken() refuses a token of a session with the same id and another secret, and the reverse", async () => {
  await using test = await testServices();
  const karin = await anOperator(test.services);
  const omar = await anOperator(test.services, "Omar");
  const { id, csrfSecret } = omar.session;
  assert.equal(await isFormToken({ ...karin.session, csrfSecret }, karin.formToken), false);
  assert.equal(await isFormToken({ ...karin.session, id }, karin.formToken), false);
});
