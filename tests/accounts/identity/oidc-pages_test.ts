// People who work here sign in by OpenID Connect, at a real issuer.
import assert from "node:assert/strict";
import { FRESH_MINUTES } from "../../../lib/accounts/session-rules.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { PASSWORD } from "../../support/accounts.ts";
import { throughIssuer } from "../../support/oidc-issuer.ts";
import {
  assertRefused,
  comeBack,
  KARIN,
  onwardIn,
  PRODUCT,
  sent,
  SESSION,
  world,
} from "../../support/oidc-world.ts";
import { tokenIn, Visitor } from "../../support/visitor.ts";

const { ways } = textsFor("sv");

Deno.test("somebody who is known signs in by their issuer, and it is asked with state, nonce and challenge", async () => {
  await using w = await world();
  const visitor = new Visitor(w.product);
  assert((await visitor.get(paths.signIn())).html.includes(ways.staff));
  const staff = await visitor.get(paths.signInStaff({ next: paths.security() }));
  assert.equal(staff.location, paths.signInWith("entra", { next: paths.security() }));
  const { location } = await visitor.get(staff.location ?? "");
  const asked = new URL(location ?? "").searchParams;
  for (const name of ["state", "nonce", "code_challenge"]) {
    assert.match(asked.get(name) ?? "", /^[\w-]{43}$/);
  }
  assert.equal(asked.get("code_challenge_method"), "S256");
  const back = await comeBack(visitor, new URL(await throughIssuer(location ?? "", PRODUCT)));
  assert.equal(back.status, 200, back.html.slice(-500));
  assert.equal(onwardIn(back.html), paths.security());
  const [session] = await w.product.services.sessions.of(w.karin.id);
  assert.deepEqual(session?.proof.factors, ["provider"]);
  assert.equal(
    (await visitor.get(paths.admin())).status,
    403,
    "one factor opens nothing of others",
  );
});

Deno.test("two tabs at once both sign in: each has a sign-in of its own", async () => {
  await using w = await world();
  const visitor = new Visitor(w.product);
  const [older, newer] = [await sent(visitor), await sent(visitor)];
  assert.equal((await comeBack(visitor, older)).status, 200);
  assert.equal((await comeBack(visitor, newer)).status, 200);
  assert.equal((await w.product.services.sessions.of(w.karin.id)).length > 0, true);
});

Deno.test("who is not known signs in as usual first, and is linked by a verified address and a fresh proof", async () => {
  await using w = await world({ linked: false });
  const visitor = new Visitor(w.product);
  const back = await comeBack(visitor, await sent(visitor));
  assert.equal(onwardIn(back.html), paths.signInLink());
  assert.equal(visitor.has(SESSION), false);
  const next = paths.signInLink();
  await visitor.post(paths.signIn(), { email: w.karin.email, password: PASSWORD, next });
  const ask = await visitor.get(next);
  assert(ask.html.includes(ways.linkAsk("Entra")));
  w.product.test.clock.advance({ minutes: FRESH_MINUTES });
  const stale = await visitor.post(next, { formToken: tokenIn(ask.html) });
  assert.equal(stale.location, paths.security(), "what waited is over as well by then");
  await comeBack(visitor, await sent(visitor, next));
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  const confirm = await visitor.post(next, { formToken });
  assert.equal(confirm.location, paths.signInConfirm({ next }));
  assert.equal((await w.product.services.identities.of(w.karin.id)).length, 0);
  await visitor.post(paths.signInConfirm(), { formToken, password: PASSWORD, next });
  const linked = await visitor.post(next, { formToken });
  assert.equal(linked.location, paths.security({ done: "linked" }));
  const again = new Visitor(w.product);
  await comeBack(again, await sent(again));
  assert(again.has(SESSION));
});

Deno.test("an address the issuer does not vouch for is not linked, unless the company does", async () => {
  for (const vouches of [false, true]) {
    await using w = await world({ linked: false, more: { vouchesForAddresses: vouches } });
    w.issuer.told.tamper = ({ header, claims }, sign) =>
      sign({ header, claims: { ...claims, email: KARIN.email } });
    const visitor = new Visitor(w.product);
    await visitor.post(paths.signIn(), { email: w.karin.email, password: PASSWORD });
    await comeBack(visitor, await sent(visitor, paths.signInLink()));
    const formToken = tokenIn((await visitor.get(paths.security())).html);
    const answer = await visitor.post(paths.signInLink(), { formToken });
    assert.equal(answer.status, vouches ? 303 : 422);
    assert.equal((await w.product.services.identities.of(w.karin.id)).length, vouches ? 1 : 0);
  }
});

Deno.test("a second factor shown there counts only where a setting says so", async () => {
  const secondFactor = { amr: ["mfa"], acr: ["urn:strong"] };
  const CASES = [
    [{}, { amr: ["pwd", "mfa"] }, 403],
    [{ secondFactor }, { amr: ["pwd", "mfa"] }, 200],
    [{ secondFactor }, { acr: "urn:strong" }, 200],
    [{ secondFactor }, { amr: ["pwd"], acr: "mfa" }, 403],
    [{ secondFactor }, { amr: "mfa" }, 403],
  ] as const;
  for (const [more, said, status] of CASES) {
    await using w = await world({ more });
    w.issuer.told.tamper = ({ header, claims }, sign) =>
      sign({ header, claims: { ...claims, ...said } });
    const visitor = new Visitor(w.product);
    await comeBack(visitor, await sent(visitor));
    assert.equal((await visitor.get(paths.admin())).status, status, JSON.stringify([more, said]));
  }
});

Deno.test("an issuer of another company opens no account of this one", async () => {
  await using w = await world({ more: { entity: "akeri-1" } });
  const visitor = new Visitor(w.product);
  const back = await comeBack(visitor, await sent(visitor));
  assert.equal(back.status, 403);
  assert(back.html.includes(ways.failed.refused()));
  assert.equal(visitor.has(SESSION), false);
});

Deno.test("who says no at the issuer reads so", async () => {
  await using w = await world();
  w.issuer.told.account = null;
  const visitor = new Visitor(w.product);
  assertRefused(visitor, await comeBack(visitor, await sent(visitor)), "denied");
});
