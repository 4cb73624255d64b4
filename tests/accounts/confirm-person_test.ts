import assert from "node:assert/strict";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { confirmMeans, confirmPerson } from "../../lib/accounts/confirm-person.ts";
import { refreshProof } from "../../lib/accounts/refresh-proof.ts";
import { securityView } from "../../lib/accounts/security-view.ts";
import type { SignedInPerson } from "../../lib/accounts/session.ts";
import { isFresh } from "../../lib/accounts/session-rules.ts";
import { beginAuthenticator, confirmAuthenticator } from "../../lib/accounts/set-credentials.ts";
import type { SignInFrom } from "../../lib/accounts/sign-in-by-password.ts";
import { actOnSecurity } from "../../lib/ui/customer/account/act-on-security.ts";
import { securityPageData, shownApp } from "../../lib/ui/customer/account/security-page-data.ts";
import { codeNow, PASSWORD, withPassword } from "../support/accounts.ts";
import { aLink, useLink } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";

/** Where somebody on the page is. */
const passkey = { token: "", place: { origin: "http://localhost", host: "localhost" } };
const ASKER = { locale: "sv", network: "", passkey } as const;

const FROM: SignInFrom = {
  device: null,
  network: "83.252.1.1",
  origin: UNKNOWN_ORIGIN,
  formerSessionId: null,
};

async function entered({ services }: TestServices, name = "Karin"): Promise<SignedInPerson> {
  const answer = await useLink(services, await aLink(services, name));
  assert(answer.ok);
  return answer.begun;
}

async function isFreshNow({ services }: TestServices, { session }: SignedInPerson) {
  const found = await services.sessions.look(session.id);
  return found !== null && isFresh(found.session, services.clock.now());
}

Deno.test("a password makes a session fresh again, a wrong one does not", async () => {
  await using test = await testServices();
  await withPassword(test.services);
  const signedIn = await entered(test);
  test.clock.advance({ minutes: 15 });
  assert.equal(await isFreshNow(test, signedIn), false);
  const confirm = (password: string) =>
    confirmPerson(test.services, signedIn, { password, code: "" }, FROM);
  assert.equal(await confirm("fel"), false);
  assert.equal(await isFreshNow(test, signedIn), false);
  assert.equal(await confirm(PASSWORD), true);
  assert.equal(await isFreshNow(test, signedIn), true);
});

Deno.test("with an app the password alone is not enough, and a code is good once", async () => {
  await using test = await testServices();
  const { services } = test;
  const { id } = await withPassword(services);
  assert.deepEqual(await confirmMeans(services, id), {
    hasPassword: true,
    hasApp: false,
    hasPasskey: false,
  });
  const secret = await beginAuthenticator(services, id);
  await confirmAuthenticator(services, id, codeNow(services, secret));
  assert.deepEqual(await confirmMeans(services, id), {
    hasPassword: true,
    hasApp: true,
    hasPasskey: false,
  });
  test.clock.advance({ minutes: 1 });
  const signedIn = await entered(test);
  const confirm = (code: string) =>
    confirmPerson(services, signedIn, { password: PASSWORD, code }, FROM);
  const code = codeNow(services, secret);
  assert.equal(await confirm(""), false);
  assert.equal(await confirm(code), true);
  assert.equal(await confirm(code), false);
});

Deno.test("whoever sits at a session that is not theirs has ten guesses", async () => {
  await using test = await testServices();
  await withPassword(test.services);
  const signedIn = await entered(test);
  const guess = () => confirmPerson(test.services, signedIn, { password: "x", code: "" }, FROM);
  for (let i = 0; i < 10; i++) assert.equal(await guess(), false);
  await refusal(guess(), "too-many-tries");
});

Deno.test("a session that has ended is not made fresh", async () => {
  await using test = await testServices();
  const { session } = await entered(test);
  await test.services.sessions.end(session.id);
  assert.equal(await refreshProof(test.services, session.id, ["password"]), false);
});

Deno.test("the page tells what there is and what is missing, and no secret", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await withPassword(services, "Maja", "customer");
  const signedIn = await entered(test, "Maja");
  const view = await securityView(services, signedIn);
  assert.deepEqual([view.passwordSince, view.appSince, view.codes], [
    "2026-11-23T05:00:00Z",
    null,
    null,
  ]);
  assert.equal(view.minPassword, 15, "a password alone");
  assert.deepEqual(view.sessions.map(({ isThis }) => isThis), [true]);
  const begun = await actOnSecurity(services, signedIn, "app", new Map(), ASKER);
  assert(begun.kind === "shown" && begun.once?.kind === "app");
  const code = codeNow(services, begun.once.secret);
  const wrong = await actOnSecurity(
    services,
    signedIn,
    "app-code",
    new Map([["code", "1"]]),
    ASKER,
  );
  assert(wrong.kind === "shown" && wrong.once?.kind === "app");
  assert.deepEqual(wrong.once, shownApp(begun.once.secret, person.email, wrong.errors));
  const taken = await actOnSecurity(
    services,
    signedIn,
    "app-code",
    new Map([["code", code]]),
    ASKER,
  );
  assert(taken.kind === "shown" && taken.once?.kind === "codes");
  const after = await securityPageData(services, signedIn, { done: "elsewhere" });
  assert.deepEqual(after.view.codes, { left: 10, of: 10 });
  assert.equal(after.view.minPassword, 8);
  assert.equal(after.done, null);
  const shown = JSON.stringify(after);
  assert.equal(shown.includes(begun.once.secret), false);
  for (const one of taken.once.codes) assert.equal(shown.includes(one), false);
});

Deno.test("staff change their app for another and never go without; a customer may", async () => {
  await using test = await testServices();
  const { services } = test;
  for (
    const [name, role, kept] of [["Karin", "dispatcher", true], [
      "Maja",
      "customer",
      false,
    ]] as const
  ) {
    const { id } = await withPassword(services, name, role);
    const secret = await beginAuthenticator(services, id);
    await confirmAuthenticator(services, id, codeNow(services, secret));
    await actOnSecurity(services, await entered(test, name), "app-remove", new Map(), ASKER);
    assert.equal((await confirmMeans(services, id)).hasApp, kept, name);
  }
});
