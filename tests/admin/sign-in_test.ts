// In by link, out by button, over the real app.
import assert from "node:assert/strict";
import { LINK_MINUTES } from "../../lib/accounts/entry-link.ts";
import { issueEntryLink } from "../../lib/accounts/one-time-link.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { boardTexts } from "../../lib/i18n/board-texts.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { aLink, anOperator, aPerson, testProduct, useLink } from "../support/operator.ts";

const SAME = { "sec-fetch-site": "same-origin" };

Deno.test("the link's button signs in once; the second press says what happened, in both languages", async () => {
  await using product = await testProduct();
  const token = await aLink(product.services, "Karin");
  const url = `${product.origin}/enter/${token}`;
  const press = () => fetch(url, { method: "POST", headers: SAME, redirect: "manual" });
  const looked = await fetch(url);
  assert.equal(looked.status, 200);
  assert.match(await looked.text(), /method="post"/);
  const first = await press();
  assert.equal(first.status, 303);
  assert.equal(first.headers.get("location"), "/admin");
  const cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const board = await fetch(`${product.origin}/admin`, { headers: { cookie } });
  assert.equal(board.status, 200);
  assert.match(await board.text(), /Inloggad: <b>\u2068Karin\u2069/);
  const second = await press();
  assert.equal(second.status, 410);
  assert.equal(second.headers.get("set-cookie"), null);
  const html = await second.text();
  assert.match(html, /redan använd/);
  assert.match(html, /has been used/);
});

Deno.test("a link that nobody issued, that has run out or was used lets nobody in and says which, looked at and pressed", async () => {
  await using product = await testProduct();
  const used = await aLink(product.services, "Karin");
  await useLink(product.services, used);
  const late = await aLink(product.services, "Karin");
  product.test.clock.advance({ minutes: 15 });
  const cases = [
    ["A".repeat(43), "unknown"],
    ["short", "unknown"],
    [late, "expired"],
    [used, "used"],
  ] as const;
  for (const [token, state] of cases) {
    for (const init of [{}, { method: "POST", headers: SAME }]) {
      const response = await fetch(`${product.origin}/enter/${token}`, init);
      assert.equal(response.status, 410);
      assert.equal(response.headers.get("set-cookie"), null);
      const html = await response.text();
      const text = boardTexts("sv").access.gone[state];
      assert(html.includes(typeof text === "string" ? text : text(LINK_MINUTES)), state);
      assert.doesNotMatch(html, /<form method="post" action="\/enter/);
    }
  }
});

Deno.test("looking at a link in any way a browser, a scanner or a chat does leaves it good for its one use", async () => {
  await using product = await testProduct();
  const token = await aLink(product.services, "Karin");
  const url = `${product.origin}/enter/${token}`;
  const looks: RequestInit[] = [
    {},
    { method: "HEAD" },
    { headers: { "sec-purpose": "prefetch;prerender", "purpose": "prefetch" } },
    { headers: { "user-agent": "Slackbot-LinkExpanding 1.0" } },
    { headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" } },
  ];
  for (const look of looks) {
    const response = await fetch(url, look);
    await response.body?.cancel();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("set-cookie"), null);
  }
  for (const site of ["cross-site", "same-site", "none"]) {
    const headers = { "sec-fetch-site": site };
    const pressed = await fetch(url, { method: "POST", headers, redirect: "manual" });
    await pressed.body?.cancel();
    assert.equal(pressed.status, 403, site);
    assert.equal(pressed.headers.get("set-cookie"), null);
  }
  const bare = await fetch(url, { method: "POST", redirect: "manual" });
  await bare.body?.cancel();
  assert.equal(bare.status, 403);
  const own = await fetch(url, { method: "POST", headers: SAME, redirect: "manual" });
  await own.body?.cancel();
  assert.equal(own.status, 303);
});

Deno.test("whoever enters by a link leaves the session the browser had: its cookie opens nothing any more", async () => {
  await using product = await testProduct();
  const former = await anOperator(product.services);
  const board = (cookie: string) => fetch(`${product.origin}/admin`, { headers: { cookie } });
  const before = await board(former.cookie);
  await before.body?.cancel();
  assert.equal(before.status, 200);
  const token = await aLink(product.services, "Omar");
  const entered = await fetch(`${product.origin}/enter/${token}`, {
    method: "POST",
    headers: { ...SAME, cookie: former.cookie },
    redirect: "manual",
  });
  await entered.body?.cancel();
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  assert.notEqual(cookie, former.cookie);
  const [old, fresh] = [await board(former.cookie), await board(cookie)];
  await old.body?.cancel();
  assert.equal(old.status, 401);
  assert.match(await fresh.text(), /Inloggad: <b>\u2068Omar\u2069/);
});

Deno.test("over https the cookie carries the host prefix and Secure", async () => {
  await using product = await testProduct({
    environment: { AVANTI_ORIGIN: "https://avanti.example" },
  });
  const token = await aLink(product.services, "Karin");
  const response = await fetch(`${product.origin}/enter/${token}`, {
    method: "POST",
    headers: SAME,
    redirect: "manual",
  });
  assert.match(
    response.headers.get("set-cookie") ?? "",
    /^__Host-avanti-session=.{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
});

Deno.test("signing out kills the session on the server and clears what the browser kept", async () => {
  await using product = await testProduct();
  const operator = await anOperator(product.services);
  const response = await fetch(`${product.origin}/sign-out`, {
    method: "POST",
    headers: { cookie: operator.cookie, ...SAME },
    body: new URLSearchParams({ formToken: operator.formToken }),
    redirect: "manual",
  });
  assert.equal(response.status, 303);
  assert.match(response.headers.get("clear-site-data") ?? "", /"storage"/);
  assert.equal(
    response.headers.get("set-cookie"),
    "avanti-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
  );
  const after = await fetch(`${product.origin}/admin`, { headers: { cookie: operator.cookie } });
  await after.body?.cancel();
  assert.equal(after.status, 401);
});

Deno.test("a link of the server asks who comes in, tells what is wrong with it, and makes an admin of that name", async () => {
  await using product = await testProduct();
  const { services } = product;
  const token = await issueEntryLink(services, { personId: null, purpose: "server" });
  const url = `${product.origin}/enter/${token}`;
  const send = (fields: Record<string, string>) =>
    fetch(url, {
      method: "POST",
      headers: SAME,
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const { access } = boardTexts("sv");
  assert((await (await fetch(url)).text()).includes(access.keeperEmail));
  const wrong = await send({ name: "", email: "maja" });
  assert.equal(wrong.status, 422);
  const html = await wrong.text();
  assert(html.includes(textsFor("sv").fieldErrors.emailNoAt) && html.includes('value="maja"'));
  await aPerson(services, "Elsa", "accountant");
  const taken = await send({ name: "Maja Ek", email: "elsa@avanti.example" });
  assert.equal(taken.status, 422);
  assert((await taken.text()).includes(textsFor("sv").fieldErrors.addressTaken));
  const entered = await send({ name: "Maja Ek", email: "maja@taxi.example" });
  await entered.body?.cancel();
  assert.equal(entered.status, 303);
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const board = await fetch(`${product.origin}/admin`, { headers: { cookie } });
  assert.match(await board.text(), /Inloggad: <b>\u2068Maja Ek\u2069/);
  assert.equal((await services.people.admins()).ids.length, 1);
});

Deno.test("who is no staff is signed in and still told that the operators' pages are not theirs", async () => {
  await using product = await testProduct();
  await aPerson(product.services, "Maja", "customer");
  const answer = await useLink(product.services, await aLink(product.services, "Maja"));
  assert(answer.ok);
  const cookie = `${PLAIN_COOKIE}=${answer.begun.secret}`;
  for (const [path, status] of [["/admin", 403], ["/api/admin/jobs", 403]] as const) {
    const response = await fetch(product.origin + path, { headers: { cookie } });
    await response.body?.cancel();
    assert.equal(response.status, status, path);
  }
});
