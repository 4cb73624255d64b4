// Customers sign in with a provider, over the real app; the provider answers at its own addresses.
import assert from "node:assert/strict";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FRESH_MINUTES } from "../../../lib/accounts/session-rules.ts";
import { CENTRAL } from "../../../lib/accounts/role.ts";
import { PASSWORD, withPassword } from "../../support/accounts.ts";
import { type TestProduct, testProduct } from "../../support/operator.ts";
import {
  ANNA,
  google,
  PROVIDER_ENVIRONMENT,
  stageProviders,
} from "../../support/sign-in-providers.ts";
import { tokenIn, Visitor } from "../../support/visitor.ts";
import { noticesOf } from "../../support/notices.ts";

const { ways, account } = textsFor("sv");
const SESSION = "avanti-session";

const product = () => testProduct({ environment: PROVIDER_ENVIRONMENT });

/** Goes to a provider and comes back with a code, or with what a test wants. */
async function through(
  visitor: Visitor,
  { way = "google", next = "", back = (state: string) => `?code=c&state=${state}` } = {},
) {
  const sent = await visitor.get(paths.signInWith(way, next === "" ? {} : { next }));
  assert.equal(sent.status, 303, sent.html.slice(0, 200));
  const state = new URL(sent.location ?? "").searchParams.get("state") ?? "";
  return await visitor.get(paths.signInCallback(way) + back(state));
}

/** Where the page somebody comes back to leads on. */
function onwardIn(html: string): string {
  return /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ??
    "";
}

const peopleOf = async ({ services }: TestProduct, email: string) => {
  const id = await services.people.ownerOf("email", email);
  return id === null ? null : (await services.people.get(id))?.person ?? null;
};

Deno.test("a provider without both id and secret is not offered, nor found", async () => {
  await using some = await testProduct({
    environment: { AVANTI_GOOGLE_CLIENT_ID: "id", AVANTI_GITHUB_CLIENT_SECRET: "secret" },
  });
  const visitor = new Visitor(some);
  const { html } = await visitor.get(paths.signIn());
  assert.equal(html.includes("/sign-in/with/"), false);
  for (const id of ["google", "github", "nobody"]) {
    assert.equal((await visitor.get(paths.signInWith(id))).status, 404);
    assert.equal((await visitor.get(paths.signInCallback(id))).status, 404);
  }
});

Deno.test("those that are set are offered, and one is sent there with what the provider needs", async () => {
  await using some = await product();
  const visitor = new Visitor(some);
  const { html } = await visitor.get(paths.signIn({ next: "/account/security" }));
  for (const label of ["Google", "Microsoft", "GitHub"]) assert(html.includes(ways.with(label)));
  assert.equal(html.includes(ways.with("Facebook")), false);
  const href = paths.signInWith("google", { next: "/account/security" });
  assert(html.includes(`href="${href}"`));
  const sent = await visitor.get(href);
  const to = new URL(sent.location ?? "");
  assert.equal(to.origin + to.pathname, "https://accounts.google.com/o/oauth2/v2/auth");
  assert.equal(to.searchParams.get("client_id"), "google-client");
  assert.equal(
    to.searchParams.get("redirect_uri"),
    "http://localhost:8000/sign-in/with/google/callback",
  );
  assert.equal(to.searchParams.get("scope"), "openid email profile");
  assert.equal(to.searchParams.get("code_challenge_method"), "S256");
  assert.equal(sent.html, "");
});

Deno.test("who is new becomes a customer, goes on where they wanted, and is the same person the next time", async () => {
  await using some = await product();
  using staged = stageProviders(google());
  const visitor = new Visitor(some);
  const back = await through(visitor, { next: paths.security() });
  assert.equal(back.status, 200);
  assert.equal(onwardIn(back.html), paths.security());
  assert(visitor.has(SESSION) && !visitor.has("oauth-session"));
  const anna = await peopleOf(some, ANNA.email);
  assert.deepEqual(
    [anna?.name, anna?.email, anna?.grants],
    [ANNA.name, ANNA.email, [{ role: "customer", entity: CENTRAL }]],
  );
  assert((await visitor.get(paths.security())).html.includes(`Google`));
  // The address at Google changes, and the person is the same.
  Object.assign(staged.answers, google({ ...ANNA, email: "ny@mejl.example" }));
  const again = new Visitor(some);
  assert.equal(onwardIn((await through(again)).html), paths.rides());
  assert(again.has(SESSION));
  assert.equal(await peopleOf(some, "ny@mejl.example"), null);
  const sessions = await some.services.sessions.of(anna?.id ?? "");
  assert.equal(sessions.length, 2);
  assert.deepEqual(sessions.map(({ proof }) => proof.factors), [["provider"], ["provider"]]);
});

Deno.test("an address that the provider does not vouch for is nobody's: no account is found, none gets it", async () => {
  await using some = await product();
  using _staged = stageProviders(
    google({ ...ANNA, email: "maja@avanti.example", email_verified: false }),
  );
  const maja = await withPassword(some.services, "Maja", "customer");
  const visitor = new Visitor(some);
  await through(visitor);
  assert(visitor.has(SESSION));
  const [session] = await some.services.sessions.of(maja.id);
  assert.equal(session, undefined);
  assert.equal((await peopleOf(some, "maja@avanti.example"))?.id, maja.id);
});

Deno.test("an address that is somebody's lets nobody in: they sign in as usual, confirm, and then it is linked", async () => {
  await using some = await product();
  using _staged = stageProviders(google({ ...ANNA, email: "maja@avanti.example" }));
  const maja = await withPassword(some.services, "Maja", "customer");
  const visitor = new Visitor(some);
  const back = await through(visitor);
  assert.equal(onwardIn(back.html), paths.signInLink());
  assert.equal(visitor.has(SESSION), false);
  const ask = await visitor.get(paths.signInLink());
  assert(ask.html.includes(ways.linkSignIn("Google")) && ask.html.includes("maja@avanti.example"));
  assert.equal((await visitor.post(paths.signInLink(), {})).status, 401);
  const next = paths.signInLink();
  const entered = await visitor.post(paths.signIn(), {
    email: maja.email,
    password: PASSWORD,
    next,
  });
  assert.equal(entered.location, next);
  const confirm = await visitor.get(next);
  assert(confirm.html.includes(ways.linkAsk("Google")));
  assert.equal((await visitor.post(next, { formToken: "none" })).status, 403);
  assert.equal((await some.services.identities.of(maja.id)).length, 0);
  const linked = await visitor.post(next, { formToken: tokenIn(confirm.html) });
  assert.equal(linked.location, paths.security({ done: "linked" }));
  assert((await visitor.get(linked.location ?? "")).html.includes(ways.linked));
  const other = new Visitor(some);
  await through(other);
  assert(other.has(SESSION));
  assert.equal((await some.services.sessions.of(maja.id)).length, 2);
});

Deno.test("linking asks for a fresh proof, the token of a form, and what waits is linked once", async () => {
  await using some = await product();
  using _staged = stageProviders(google());
  const maja = await withPassword(some.services, "Maja", "customer");
  const visitor = new Visitor(some);
  await visitor.post(paths.signIn(), { email: maja.email, password: PASSWORD });
  some.test.clock.advance({ minutes: FRESH_MINUTES });
  assert.equal(
    onwardIn((await through(visitor, { next: paths.signInLink() })).html),
    paths.signInLink(),
  );
  assert.equal(await peopleOf(some, ANNA.email), null, "who links does not become somebody new");
  const stale = await visitor.get(paths.signInLink());
  assert(stale.html.includes(ways.linkConfirm));
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  const refused = await visitor.post(paths.signInLink(), { formToken });
  assert.equal(refused.location, paths.signInConfirm({ next: paths.signInLink() }));
  assert.equal((await some.services.identities.of(maja.id)).length, 0);
  await visitor.post(paths.signInConfirm(), {
    formToken,
    password: PASSWORD,
    next: paths.signInLink(),
  });
  const two = await Promise.all([
    visitor.post(paths.signInLink(), { formToken }),
    visitor.post(paths.signInLink(), { formToken }),
  ]);
  assert(two.some(({ location }) => location === paths.security({ done: "linked" })));
  assert.equal((await some.services.identities.of(maja.id)).length, 1);
  const news = (await noticesOf(some.services)).map(({ content }) =>
    "what" in content ? content.what : ""
  );
  assert.equal(news.filter((what) => what === "provider-linked").length, 1);
});

Deno.test("what was begun too long ago is linked to nobody", async () => {
  await using some = await product();
  using _staged = stageProviders(google());
  const maja = await withPassword(some.services, "Maja", "customer");
  const visitor = new Visitor(some);
  await through(visitor, { next: paths.signInLink() });
  some.test.clock.advance({ minutes: 10 });
  await visitor.post(paths.signIn(), { email: maja.email, password: PASSWORD });
  assert.equal((await visitor.get(paths.signInLink())).location, paths.security());
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  assert.equal((await visitor.post(paths.signInLink(), { formToken })).location, paths.security());
  assert.equal((await some.services.identities.of(maja.id)).length, 0);
});

Deno.test("an unverified address is not linked, nor an account that opens somebody else's here", async () => {
  await using some = await product();
  using staged = stageProviders(google({ ...ANNA, email_verified: false }));
  const maja = await withPassword(some.services, "Maja", "customer");
  const link = async () => {
    const visitor = new Visitor(some);
    await visitor.post(paths.signIn(), { email: maja.email, password: PASSWORD });
    await through(visitor, { next: paths.signInLink() });
    const formToken = tokenIn((await visitor.get(paths.security())).html);
    const answer = await visitor.post(paths.signInLink(), { formToken });
    return answer;
  };
  const unverified = await link();
  assert.equal(unverified.status, 422);
  assert(unverified.html.includes(ways.linkRefused.unverified("Google")));
  Object.assign(staged.answers, google());
  await through(new Visitor(some));
  assert.notEqual(await peopleOf(some, ANNA.email), null);
  // Now Anna's: Maja, who links it, would sign in as Anna instead.
  const visitor = new Visitor(some);
  await visitor.post(paths.signIn(), { email: maja.email, password: PASSWORD });
  await through(visitor, { next: paths.signInLink() });
  assert.equal((await some.services.identities.of(maja.id)).length, 0);
});

Deno.test("the only way in of somebody nobody can reach is not taken away", async () => {
  await using some = await product();
  using _staged = stageProviders(google({ ...ANNA, email_verified: false }));
  const visitor = new Visitor(some);
  await through(visitor);
  const mark = await some.services.identities.mark({ source: "google", subject: ANNA.sub });
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  const last = await visitor.post(paths.securityUnlink(), { formToken, identity: mark });
  assert.equal(last.location, paths.security({ done: "last-way" }));
  assert((await visitor.get(last.location ?? "")).html.includes(ways.lastWay));
  assert.notEqual((await some.services.identities.get(mark)).identity, null);
  await visitor.post(paths.securityAct("password"), {
    formToken,
    newPassword: "åtta blå ekorrar dansar",
  });
  const gone = await visitor.post(paths.securityUnlink(), { formToken, identity: mark });
  assert.equal(gone.location, paths.security({ done: "unlinked" }));
});

Deno.test("an account is taken away again, and not another's", async () => {
  await using some = await product();
  using _staged = stageProviders(google());
  const visitor = new Visitor(some);
  await through(visitor);
  const anna = await peopleOf(some, ANNA.email);
  assert(anna);
  const [identity] = await some.services.identities.of(anna.id);
  assert(identity);
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  const asked = { formToken, identity: identity.mark };
  const maja = await withPassword(some.services, "Maja", "customer");
  const other = new Visitor(some);
  await other.post(paths.signIn(), { email: maja.email, password: PASSWORD });
  const token = tokenIn((await other.get(paths.security())).html);
  await other.post(paths.securityUnlink(), { formToken: token, identity: identity.mark });
  assert.equal((await some.services.identities.of(anna.id)).length, 1);
  assert.equal(
    (await visitor.post(paths.securityUnlink(), { ...asked, formToken: "" })).status,
    403,
  );
  const gone = await visitor.post(paths.securityUnlink(), asked);
  assert.equal(gone.location, paths.security({ done: "unlinked" }));
  assert.deepEqual(await some.services.identities.of(anna.id), []);
  // Google's address is Anna's all the same: nobody gets in by it.
  const after = new Visitor(some);
  assert.equal(onwardIn((await through(after)).html), paths.signInLink());
  assert.equal(after.has(SESSION), false);
});

Deno.test("unlinking asks for a fresh proof", async () => {
  await using some = await product();
  using _staged = stageProviders(google());
  const visitor = new Visitor(some);
  await through(visitor);
  const anna = await peopleOf(some, ANNA.email);
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  await visitor.post(paths.securityAct("password"), {
    formToken,
    newPassword: "åtta blå ekorrar dansar",
  });
  some.test.clock.advance({ minutes: FRESH_MINUTES });
  const [identity] = await some.services.identities.of(anna?.id ?? "");
  const asked = { formToken, identity: identity?.mark ?? "" };
  const { location } = await visitor.post(paths.securityUnlink(), asked);
  assert.equal(location, paths.signInConfirm({ next: paths.security() }));
  assert.equal((await some.services.identities.of(anna?.id ?? "")).length, 1);
});

Deno.test("staff who come by a provider have shown one factor, and the operators' pages stay closed", async () => {
  await using some = await product();
  using _staged = stageProviders(google());
  const karin = await withPassword(some.services, "Karin", "dispatcher");
  const visitor = new Visitor(some);
  await visitor.post(paths.signIn(), { email: karin.email, password: PASSWORD });
  await through(visitor, { next: paths.signInLink() });
  const formToken = tokenIn((await visitor.get(paths.security())).html);
  await visitor.post(paths.signInLink(), { formToken });
  const again = new Visitor(some);
  assert.equal(onwardIn((await through(again)).html), paths.security());
  assert.equal((await again.get(paths.admin())).status, 403);
  assert((await again.get(paths.security())).html.includes(account.needsFactor));
});

Deno.test("somebody blocked is not let in, and is told nothing but that", async () => {
  await using some = await product();
  using _staged = stageProviders(google());
  await through(new Visitor(some));
  const anna = await peopleOf(some, ANNA.email);
  const { changePerson } = await import("../../../lib/accounts/change-person.ts");
  const command = { type: "block", reason: "prov" } as const;
  await changePerson(some.services, { id: anna?.id ?? "", command }, { kind: "server" });
  const visitor = new Visitor(some);
  const back = await through(visitor);
  assert.equal(back.status, 403);
  assert(back.html.includes(ways.failed.refused()));
  assert.equal(visitor.has(SESSION), false);
});

Deno.test("nobody is sent to another site by what they wanted, nor after they came back", async () => {
  await using some = await product();
  using _staged = stageProviders(google());
  for (const next of ["//evil.example", "https://evil.example/", "/\\evil.example", "/%2fevil"]) {
    const back = await through(new Visitor(some), { next });
    assert.equal(onwardIn(back.html), paths.rides(), next);
  }
});
