// Signing in with a password and a second factor, and a person's own security, over the real app.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { codeNow, PASSWORD, withPassword } from "../support/accounts.ts";
import { aLink, testProduct, useLink } from "../support/operator.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";

const { account, fieldErrors } = textsFor("sv");

/** Adds an app on the page of a person's security: its secret and the recovery codes. */
async function addApp(visitor: Visitor) {
  const { html } = await visitor.get(paths.security());
  const formToken = tokenIn(html);
  const begun = await visitor.post(paths.securityAct("app"), { formToken });
  const secret = /<code dir="ltr">([A-Z2-7 ]+)</.exec(begun.html)?.[1]?.replaceAll(" ", "") ?? "";
  assert.equal(secret.length, 32);
  const code = codeNow(visitor.product.services, secret);
  const taken = await visitor.post(paths.securityAct("app-code"), { formToken, code });
  const codes = [...taken.html.matchAll(/<code dir="ltr">([A-Z0-9-]{14})</g)].map(([, one]) => one);
  assert.equal(codes.length, 10);
  return { secret, codes, formToken };
}

Deno.test("a customer signs in and goes on where they wanted; what is wrong is told once for both fields", async () => {
  await using product = await testProduct();
  const { email } = await withPassword(product.services, "Maja", "customer");
  const visitor = new Visitor(product);
  const wanted = await visitor.get(paths.security());
  assert.equal(wanted.status, 303);
  assert.equal(wanted.location, paths.signIn({ next: paths.security() }));
  const form = await visitor.get(wanted.location ?? "");
  assert.equal(form.status, 200);
  assert.equal(form.headers.get("cache-control"), "no-store");
  const next = paths.security();
  for (
    const wrong of [{ email, password: "fel" }, {
      email: "nobody@avanti.example",
      password: PASSWORD,
    }]
  ) {
    const refused = await visitor.post(paths.signIn(), { ...wrong, next });
    assert.equal(refused.status, 422);
    assert(refused.html.includes(fieldErrors.signInRefused));
    assert(
      refused.html.includes(`value="${wrong.email}"`) && !refused.html.includes(wrong.password),
    );
  }
  const empty = await visitor.post(paths.signIn(), { email: "maja", password: "", next });
  assert(
    empty.html.includes(fieldErrors.emailNoAt) && empty.html.includes(fieldErrors.passwordMissing),
  );
  const entered = await visitor.post(paths.signIn(), { email, password: PASSWORD, next });
  assert.deepEqual([entered.status, entered.location], [303, next]);
  assert.equal((await visitor.get(next)).status, 200);
  const elsewhere = new Visitor(product);
  const evil = { email, password: PASSWORD, next: "//evil.example" };
  assert.equal((await elsewhere.post(paths.signIn(), evil)).location, paths.rides());
});

Deno.test("nobody is signed in by another site's form", async () => {
  await using product = await testProduct();
  const { email } = await withPassword(product.services, "Maja", "customer");
  const visitor = new Visitor(product);
  const refused = await visitor.post(paths.signIn(), { email, password: PASSWORD }, "cross-site");
  assert.equal(refused.status, 403);
  assert.equal(visitor.has("avanti-session"), false);
});

Deno.test("staff with a password add an app first, and then the operators' pages are theirs", async () => {
  await using product = await testProduct();
  const { email } = await withPassword(product.services, "Karin", "dispatcher");
  const visitor = new Visitor(product);
  const entered = await visitor.post(paths.signIn(), { email, password: PASSWORD });
  assert.equal(entered.location, paths.security());
  assert.equal((await visitor.get(paths.admin())).status, 403);
  assert((await visitor.get(paths.security())).html.includes(account.needsFactor));
  const { secret } = await addApp(visitor);
  assert.equal((await visitor.get(paths.admin())).status, 200);
  product.test.clock.advance({ minutes: 1 });
  const again = new Visitor(product);
  const halfway = await again.post(paths.signIn(), { email, password: PASSWORD });
  assert.equal(halfway.location, paths.signInCode());
  assert.equal(again.has("avanti-session"), false);
  assert.equal((await again.get(paths.admin())).status, 401);
  const wrong = await again.post(paths.signInCode(), { code: "000000" });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(fieldErrors.codeRefused));
  const code = codeNow(product.services, secret);
  const right = await again.post(paths.signInCode(), { code });
  assert.deepEqual([right.status, right.location], [303, paths.admin()]);
  assert.equal(again.has("avanti-halfway"), false);
  assert.equal((await again.get(paths.admin())).status, 200);
});

Deno.test("a recovery code lets in and says how many are left; without the first factor there is nothing to enter", async () => {
  await using product = await testProduct();
  const { email } = await withPassword(product.services, "Karin", "dispatcher");
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email, password: PASSWORD });
  const { codes } = await addApp(visitor);
  const other = new Visitor(product);
  assert.equal((await other.get(paths.signInCode())).location, paths.signIn());
  assert.equal((await other.post(paths.signInCode(), { code: codes[0] ?? "" })).status, 422);
  await other.post(paths.signIn(), { email, password: PASSWORD });
  const entered = await other.post(paths.signInCode(), { code: codes[0] ?? "" });
  assert.equal(entered.location, paths.security({ done: "code" }));
  const page = await other.get(entered.location ?? "");
  assert(page.html.includes(account.fewCodesLeft(9)));
});

Deno.test("what cannot be taken back asks ten minutes later who it is, and goes on once that is shown", async () => {
  await using product = await testProduct();
  const { email } = await withPassword(product.services, "Maja", "customer");
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email, password: PASSWORD });
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  product.test.clock.advance({ minutes: 10 });
  const newPassword = "sju blå moln över ån";
  const change = () => visitor.post(paths.securityAct("password"), { formToken, newPassword });
  const asked = await change();
  assert.equal(asked.location, paths.signInConfirm({ next: paths.security() }));
  const confirm = (password: string) =>
    visitor.post(paths.signInConfirm(), { formToken, password, next: paths.security() });
  assert.equal((await confirm("fel lösenord")).status, 422);
  assert.equal((await confirm(PASSWORD)).location, paths.security());
  assert.equal((await change()).location, paths.security({ done: "password" }));
  const anew = new Visitor(product);
  assert.equal((await anew.post(paths.signIn(), { email, password: PASSWORD })).status, 422);
  assert.equal((await anew.post(paths.signIn(), { email, password: newPassword })).status, 303);
});

Deno.test("a new password signs out all other devices, and one of them can be signed out from here", async () => {
  await using product = await testProduct();
  const { email } = await withPassword(product.services, "Maja", "customer");
  const [here, phone, tablet] = [new Visitor(product), new Visitor(product), new Visitor(product)];
  for (const one of [here, phone, tablet]) {
    await one.post(paths.signIn(), { email, password: PASSWORD });
  }
  const { html } = await here.get(paths.security());
  const formToken = tokenIn(html);
  const sessions = [...html.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id ?? "");
  assert.equal(sessions.length, 2, "this one is left by its own button");
  const [session = ""] = sessions;
  await here.post(paths.securityAct("end-session"), { formToken, session });
  const live = async (one: Visitor) => (await one.get(paths.security())).status === 200;
  assert.deepEqual([await live(phone), await live(tablet)].filter(Boolean).length, 1);
  await here.post(paths.securityAct("password"), {
    formToken,
    newPassword: "sju blå moln över ån",
  });
  assert.deepEqual([await live(here), await live(phone), await live(tablet)], [true, false, false]);
});

Deno.test("nobody ends another person's session, nor does anything there without the token of their own", async () => {
  await using product = await testProduct();
  const { services } = product;
  const omar = await useLink(services, await aLink(services, "Omar"));
  assert(omar.ok);
  const { email } = await withPassword(product.services, "Maja", "customer");
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email, password: PASSWORD });
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  const session = omar.begun.session.id;
  await visitor.post(paths.securityAct("end-session"), { formToken, session });
  assert.notEqual(await services.sessions.look(session), null);
  // Of the last letter some bits say nothing, and it may be an A already: the first one is changed.
  const forged = (formToken.startsWith("A") ? "B" : "A") + formToken.slice(1);
  for (const token of ["", "x", forged]) {
    const refused = await visitor.post(paths.securityAct("end-others"), { formToken: token });
    assert.equal(refused.status, 403);
  }
  assert.equal((await visitor.post(paths.securityAct("nothing"), { formToken })).status, 404);
});

Deno.test("whoever is told to wait is told how long, and a device that is known is not", async () => {
  await using product = await testProduct();
  const { email } = await withPassword(product.services, "Maja", "customer");
  const known = new Visitor(product);
  await known.post(paths.signIn(), { email, password: PASSWORD });
  const guesser = new Visitor(product);
  for (let i = 0; i < 10; i++) {
    await guesser.post(paths.signIn(), { email, password: `gissning ${i}` });
  }
  const late = await guesser.post(paths.signIn(), { email, password: PASSWORD });
  assert.equal(late.status, 429);
  assert.equal(late.headers.get("retry-after"), "3600");
  assert(late.html.includes(account.tooOften(60)));
  const owner = new Visitor(product);
  owner.take("avanti-device", known);
  assert.equal((await owner.post(paths.signIn(), { email, password: PASSWORD })).status, 303);
});
