// Asking for a code, an account and the way back, over the real app and without JavaScript.
import assert from "node:assert/strict";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { setVeil } from "../../lib/privacy/change-veil.ts";
import { SEND_REACH_LIMIT } from "../../lib/accounts/send-code.ts";
import { FRESH_MINUTES } from "../../lib/accounts/session-rules.ts";
import { beginAuthenticator, confirmAuthenticator } from "../../lib/accounts/set-credentials.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { codeNow, PASSWORD, withPassword } from "../support/accounts.ts";
import { lastCode, noticesOf } from "../support/notices.ts";
import { aPerson, testProduct } from "../support/operator.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";

const { account, fieldErrors, joining } = textsFor("sv");
const MAJA = { name: "Maja", reach: "maja@avanti.example", password: "" };

Deno.test("somebody makes an account by a form and a code, and is signed in", async () => {
  await using product = await testProduct();
  const visitor = new Visitor(product);
  const empty = await visitor.post(paths.register(), { name: "", reach: "", password: "kort" });
  assert.equal(empty.status, 422);
  for (const text of [fieldErrors.reachMissing, fieldErrors.passwordTooShort]) {
    assert(empty.html.includes(text));
  }
  const asked = await visitor.post(paths.register(), { ...MAJA, password: PASSWORD });
  assert.deepEqual([asked.status, asked.location], [303, paths.signInSent()]);
  const form = await visitor.get(paths.signInSent());
  assert(form.html.includes(MAJA.reach) && form.html.includes('autocomplete="one-time-code"'));
  const code = await lastCode(product.services);
  const wrong = await visitor.post(paths.signInSent(), {
    code: code === "000000" ? "1" : "000000",
  });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(fieldErrors.sentCodeWrong));
  const joined = await visitor.post(paths.signInSent(), { code });
  assert.deepEqual([joined.status, joined.location], [303, paths.security({ done: "joined" })]);
  const page = await visitor.get(joined.location ?? "");
  assert(page.html.includes(joining.joined) && page.html.includes("Maja"));
  const again = await visitor.post(paths.signInSent(), { code });
  assert(again.html.includes(joining.sentOver), "a code is good once");
});

Deno.test("the answer to who registers is the same whoever has an account, to the letter", async () => {
  await using product = await testProduct();
  const maja = await aPerson(product.services, "Maja", "customer");
  const answers = [];
  for (const reach of [maja.email, "majx@avanti.example"]) {
    const visitor = new Visitor(product);
    const asked = await visitor.post(paths.register(), { ...MAJA, reach });
    const { html } = await visitor.get(paths.signInSent());
    const cookies = asked.headers.getSetCookie().map((one) => one.replace(/=[^;]{43};/, "=;"));
    answers.push([asked.status, asked.location, cookies, asked.html, plain(html, reach)]);
  }
  assert.deepEqual(answers[0], answers[1]);
});

Deno.test("the answer to who asks for a code or the way back is the same whoever has an account", async () => {
  await using product = await testProduct();
  const maja = await aPerson(product.services, "Maja", "customer");
  for (const path of [paths.signInSend(), paths.signInRecover()]) {
    const answers = [];
    for (const reach of [maja.email, "majx@avanti.example"]) {
      const visitor = new Visitor(product);
      const asked = await visitor.post(path, { reach });
      answers.push([asked.status, asked.location, plain(asked.html, reach)]);
    }
    assert.deepEqual(answers[0], answers[1]);
  }
});

Deno.test("whoever asks for too many codes is told how long to wait", async () => {
  await using product = await testProduct();
  for (const path of [paths.signInSend(), paths.register(), paths.signInRecover()]) {
    const reach = `${path.replaceAll("/", "")}@avanti.example`;
    for (let i = 0; i < SEND_REACH_LIMIT.most; i++) {
      await new Visitor(product).post(path, { ...MAJA, reach });
    }
    const refused = await new Visitor(product).post(path, { ...MAJA, reach });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("retry-after"), "3600");
    assert(refused.html.includes(account.tooOften(60)));
  }
});

Deno.test("a code signs in and leads where somebody wanted; another browser has nothing to type it in", async () => {
  await using product = await testProduct();
  const maja = await aPerson(product.services, "Maja", "customer");
  const visitor = new Visitor(product);
  const next = paths.security();
  const sent = await visitor.post(paths.signInSend(), { reach: maja.email, next });
  assert.equal(sent.location, paths.signInSent({ next }));
  const code = await lastCode(product.services);
  const elsewhere = await new Visitor(product).post(paths.signInSent(), { code });
  assert.equal(elsewhere.status, 422);
  assert(elsewhere.html.includes(joining.sentOver));
  const entered = await visitor.post(paths.signInSent(), { code, next });
  assert.deepEqual([entered.status, entered.location], [303, next]);
  assert.equal((await visitor.get(next)).status, 200);
  const evil = new Visitor(product);
  await evil.post(paths.signInSend(), { reach: maja.email });
  const input = { code: await lastCode(product.services), next: "//evil.example" };
  assert.equal((await evil.post(paths.signInSent(), input)).location?.startsWith("//"), false);
});

Deno.test("the way back: a link, a new password, a code where there is an app, and nothing of it twice", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const karin = await withPassword(services, "Karin", "dispatcher");
  const secret = await beginAuthenticator(services, karin.id);
  await confirmAuthenticator(services, karin.id, codeNow(services, secret));
  test.clock.advance({ minutes: 1 });
  const visitor = new Visitor(product);
  await visitor.post(paths.signInRecover(), { reach: karin.email });
  const links = (await noticesOf(services)).flatMap(({ content }) =>
    content.kind === "recovery" ? [content.link] : []
  );
  const link = links.at(-1) ?? "";
  const form = await visitor.get(link);
  assert.equal(form.status, 200);
  assert(form.html.includes("Karin") && form.html.includes(account.codeHint));
  const newPassword = "en annan häst i månsken";
  const bare = await visitor.post(link, { newPassword, code: "" });
  assert.equal(bare.status, 422);
  assert(bare.html.includes(fieldErrors.codeRefused) && !bare.html.includes(newPassword));
  const done = await visitor.post(link, { newPassword, code: codeNow(services, secret) });
  assert.deepEqual([done.status, done.location], [303, paths.admin()]);
  const dead = await visitor.get(link);
  assert.equal(dead.status, 410);
  assert(dead.html.includes(joining.linkDead.used));
});

Deno.test("another address is added on the own page: asked for, shown by a code, and told", async () => {
  await using product = await testProduct();
  const maja = await withPassword(product.services, "Maja", "customer");
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email: maja.email, password: PASSWORD });
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  const wrong = await visitor.post(paths.securityAct("reach"), { formToken, reach: "maja" });
  assert.equal(wrong.status, 422);
  assert(wrong.html.includes(fieldErrors.emailNoAt));
  const sent = await visitor.post(paths.securityAct("reach"), {
    formToken,
    reach: "070-174 06 05",
  });
  assert.equal(sent.location, paths.signInSent());
  const code = await lastCode(product.services);
  const done = await visitor.post(paths.signInSent(), { code });
  assert.equal(done.location, paths.security({ done: "reach" }));
  const page = await visitor.get(done.location ?? "");
  assert(page.html.includes("070-174 06 05") && page.html.includes(joining.reachSaved));
});

Deno.test("a number that somebody protected adds is protected with the rest of theirs", async () => {
  await using product = await testProduct();
  const { services } = product;
  const maja = await withPassword(services, "Maja", "customer");
  const mark = await reachMark(services.reachKey, "person", maja.id);
  const self = { by: { kind: "self", name: "" }, reason: "" } as const;
  await setVeil(services, { kind: "customer", marks: [mark], reach: null }, self);
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email: maja.email, password: PASSWORD });
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  await visitor.post(paths.securityAct("reach"), { formToken, reach: "070-174 06 05" });
  await visitor.post(paths.signInSent(), { code: await lastCode(services) });
  const added = await reachMark(services.reachKey, "phone", "+46701740605");
  assert.equal(await services.veils.isVeiled([added]), true);
});

Deno.test("who has no password shows again who they are by another code, and goes on where they were", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const maja = await aPerson(services, "Maja", "customer");
  const visitor = new Visitor(product);
  const next = paths.security();
  const byCode = async (send: string) => {
    await visitor.get(send);
    await visitor.post(paths.signInSend(), { reach: maja.email, next });
    return await visitor.post(paths.signInSent(), { code: await lastCode(services), next });
  };
  await byCode(paths.signInSend({ next }));
  test.clock.advance({ minutes: FRESH_MINUTES + 1 });
  const set = async () =>
    await visitor.post(paths.securityAct("password"), {
      ...{ formToken: tokenIn((await visitor.get(next)).html), newPassword: PASSWORD },
    });
  const stale = await set();
  assert.equal(stale.location, paths.signInConfirm({ next }));
  const { html } = await visitor.get(stale.location ?? "");
  assert(html.includes(account.confirmAnew(FRESH_MINUTES)));
  const [, link = ""] = /href="(\/sign-in\/send[^"]*)"/.exec(html) ?? [];
  assert.equal(link, paths.signInSend({ next }));
  assert.equal((await byCode(link)).location, next);
  assert.equal((await set()).location, paths.security({ done: "password" }));
  assert.equal(
    (await services.sessions.of(maja.id)).length,
    1,
    "the session of before is over",
  );
});

/** A page without what is the asker's own. */
function plain(html: string, reach: string): string {
  return html.replaceAll(reach, "…").replace(/nonce="[^"]*"/g, "").replace(
    /"[0-9A-Z]{4}-[0-9A-Z]{4}"/g,
    "",
  );
}
