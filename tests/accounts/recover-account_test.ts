import assert from "node:assert/strict";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { askRecovery, lookAtRecovery, recoverAccount } from "../../lib/accounts/recover-account.ts";
import { beginAuthenticator, confirmAuthenticator } from "../../lib/accounts/set-credentials.ts";
import { signInByLink } from "../../lib/accounts/sign-in-by-link.ts";
import { signInByPassword, type SignInFrom } from "../../lib/accounts/sign-in-by-password.ts";
import { codeNow, PASSWORD, withPassword } from "../support/accounts.ts";
import { newNotices, noticesOf } from "../support/notices.ts";
import { type TestServices, testServices } from "../support/services.ts";

const FROM: SignInFrom = {
  device: null,
  network: "83.252.1.1",
  origin: UNKNOWN_ORIGIN,
  formerSessionId: null,
};
const NEW = "en helt annan häst i månsken";

const ask = ({ services }: TestServices, at: string) =>
  askRecovery(services, { reach: { kind: "email", at }, locale: "sv", network: "83.252.1.1" });

async function tokenOf({ services }: TestServices): Promise<string> {
  const links = (await noticesOf(services)).flatMap(({ content }) =>
    content.kind === "recovery" ? [content.link] : []
  );
  return links.at(-1)?.replace("/sign-in/recover/", "") ?? "";
}

const recover = (test: TestServices, token: string, password = NEW, code = "") =>
  recoverAccount(test.services, { token, password, code }, FROM);

Deno.test("the link sets a new password once, signs in, ends every other session and tells every channel", async () => {
  await using test = await testServices();
  const { services } = test;
  const { id, email } = await withPassword(services, "Maja", "customer");
  const reach = { type: "reach", email, phone: "+46701740605" } as const;
  await changePerson(services, { id, command: reach }, { kind: "server" });
  const before = await signInByPassword(services, { email, password: PASSWORD }, FROM);
  assert(before.kind === "signed-in");
  const told = newNotices(services);
  await told();
  await ask(test, email);
  assert.deepEqual((await told()).map(({ content }) => [content.kind, content.to]), [
    ["recovery", { mail: email, phone: "" }],
    ["security-changed", { mail: "", phone: "+46701740605" }],
  ]);
  const token = await tokenOf(test);
  assert.deepEqual(await lookAtRecovery(services, token), {
    state: "usable",
    name: "Maja",
    needsCode: false,
  });
  assert.deepEqual(await recover(test, token, "kort"), {
    kind: "password",
    problem: "passwordTooShort",
  });
  const answer = await recover(test, token);
  assert(answer.kind === "signed-in");
  assert.deepEqual(answer.begun.session.proof.factors, ["sent-code"]);
  assert.equal(await services.sessions.use(before.begun.secret), null);
  const news = (await told()).flatMap(({ content }) =>
    content.kind === "security-changed" && content.what === "recovered" ? [content.to] : []
  );
  assert.deepEqual(news, [{ mail: email, phone: "+46701740605" }]);
  assert.deepEqual(await recover(test, token), { kind: "link", state: "used" });
  const former = await signInByPassword(services, { email, password: PASSWORD }, FROM);
  assert.equal(former.kind, "refused");
  const fresh = await signInByPassword(services, { email, password: NEW }, FROM);
  assert.equal(fresh.kind, "signed-in");
});

Deno.test("the link is no second factor: without a code of the app nothing changes, and the link stays good", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const karin = await withPassword(services);
  const secret = await beginAuthenticator(services, karin.id);
  await confirmAuthenticator(services, karin.id, codeNow(services, secret));
  clock.advance({ minutes: 1 });
  await ask(test, karin.email);
  const token = await tokenOf(test);
  const view = await lookAtRecovery(services, token);
  assert(view.state === "usable" && view.needsCode);
  assert.deepEqual(await recover(test, token), { kind: "code" });
  assert.deepEqual(await recover(test, token, NEW, "000000"), { kind: "code" });
  const entered = await signInByPassword(services, {
    email: karin.email,
    password: PASSWORD,
  }, FROM);
  assert.equal(entered.kind, "halfway", "the password is what it was");
  const answer = await recover(test, token, NEW, codeNow(services, secret));
  assert(answer.kind === "signed-in");
  assert.deepEqual(answer.begun.session.proof.factors, ["sent-code", "authenticator"]);
});

Deno.test("nobody's address is answered with the same work, and a notice to nobody", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await withPassword(services, "Maja", "customer");
  const blocked = await withPassword(services, "Omar", "customer");
  const command = { type: "block", reason: "" } as const;
  await changePerson(services, { id: blocked.id, command }, { kind: "server" });
  const told = newNotices(services);
  await told();
  await ask(test, maja.email);
  const known = (await told()).map(({ kind }) => kind);
  for (const at of ["nobody@avanti.example", blocked.email]) {
    await ask(test, at);
    const notices = await told();
    assert.deepEqual(notices.map(({ kind }) => kind), known);
    for (const { content } of notices) assert.deepEqual(content.to, { mail: "", phone: "" });
    assert.deepEqual(await recover(test, await tokenOf(test)), { kind: "link", state: "unknown" });
  }
});

Deno.test("the link is good for half an hour, for nothing but a new password, and not for who is blocked since", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const maja = await withPassword(services, "Maja", "customer");
  await ask(test, maja.email);
  const token = await tokenOf(test);
  const input = { token, formerSessionId: null, origin: UNKNOWN_ORIGIN, keeper: null };
  assert.deepEqual(await signInByLink(services, input), { ok: false, reason: "unknown" });
  clock.advance({ minutes: 30 });
  assert.deepEqual(await recover(test, token), { kind: "link", state: "expired" });
  await ask(test, maja.email);
  const later = await tokenOf(test);
  const command = { type: "block", reason: "" } as const;
  await changePerson(services, { id: maja.id, command }, { kind: "server" });
  assert.deepEqual(await recover(test, later), { kind: "link", state: "unknown" });
});

Deno.test("of racers with one link one sets a password", async () => {
  await using test = await testServices();
  const maja = await withPassword(test.services, "Maja", "customer");
  await ask(test, maja.email);
  const token = await tokenOf(test);
  const answers = await Promise.all(
    ["ett", "två", "tre"].map((word) => recover(test, token, `${NEW} ${word}`)),
  );
  assert.equal(answers.filter(({ kind }) => kind === "signed-in").length, 1);
});
