import assert from "node:assert/strict";
import { createHelpers } from "@deno/kv-oauth";
import { clearedCookieOf } from "../../../lib/jsr/kv-oauth/create-helpers.ts";
import { CLIENT, cookieOf, leadsTo, rowsOf, type Stage, stage, TOKENS, visit } from "./stage.ts";

const CLEARED = "__Host-oauth-session=; Secure; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT";

/** A sign-in that was begun: its cookie and its state. */
async function begun(helpers = createHelpers(CLIENT), path = "/signin?success_url=/done") {
  const response = await helpers.signIn(visit(path));
  return { cookie: cookieOf(response), state: leadsTo(response).searchParams.get("state") ?? "" };
}

/** The failure of a callback with these parameters, and that the sign-in is over with it. */
async function refused(set: Stage, query: (state: string) => string, path = "/callback") {
  const helpers = createHelpers(CLIENT);
  const { cookie, state } = await begun(helpers);
  const error = await helpers.handleCallback(visit(path + query(state), cookie)).then(
    () => assert.fail("let in"),
    (error: Error) => error,
  );
  assert.deepEqual(await rowsOf(set.kv, "oauth_sessions"), [], "the sign-in can be used again");
  assert.deepEqual(await rowsOf(set.kv, "site_sessions"), []);
  assert.equal(clearedCookieOf(error), CLEARED);
  return error;
}

Deno.test("handleCallback() gives tokens and a session, and goes on to where one wanted", async () => {
  await using set = await stage();
  const helpers = createHelpers(CLIENT);
  const { cookie, state } = await begun(helpers);
  const [row] = await rowsOf(set.kv, "oauth_sessions");
  const answer = await helpers.handleCallback(visit(`/callback?code=c&state=${state}`, cookie));
  assert.deepEqual(answer.tokens, {
    ...{ accessToken: "at", tokenType: "Bearer", expiresIn: 60, scope: ["openid", "email"] },
  });
  assert.equal(answer.response.status, 302);
  assert.equal(answer.response.headers.get("location"), "/done");
  assert.deepEqual(answer.response.headers.getSetCookie(), [
    `__Host-site-session=${answer.sessionId}; Secure; HttpOnly; Max-Age=7776000; SameSite=Lax; Path=/`,
    CLEARED,
  ]);
  assert.deepEqual(await rowsOf(set.kv, "site_sessions"), [{ id: answer.sessionId, value: true }]);
  assert.deepEqual(await rowsOf(set.kv, "oauth_sessions"), []);
  const [request] = set.asked;
  assert.ok(request);
  assert.equal(`${request.method} ${request.url}`, `POST ${CLIENT.tokenUri}`);
  assert.equal(request.headers.get("accept"), "application/json");
  assert.equal(request.headers.get("authorization"), `Basic ${btoa("avanti:hush")}`);
  assert.equal(request.redirect, "error");
  assert.deepEqual(Object.fromEntries(new URLSearchParams(await request.text())), {
    ...{ grant_type: "authorization_code", code: "c", redirect_uri: CLIENT.redirectUri },
    code_verifier: (row?.value as { codeVerifier: string }).codeVerifier,
  });
});

Deno.test("a client without a secret names itself in the body, and what is configured goes along below it", async () => {
  await using set = await stage();
  const { clientSecret: _secret, ...open } = CLIENT;
  const requestOptions = {
    headers: { "user-agent": "Avanti", accept: "text/plain" },
    body: { audience: "api", code: "other" },
    urlParams: { tenant: "7" },
  };
  const helpers = createHelpers({ ...open, defaults: { requestOptions } });
  const { cookie, state } = await begun(helpers);
  await helpers.handleCallback(visit(`/callback?code=c&state=${state}`, cookie));
  const [request] = set.asked;
  assert.equal(request?.url, `${CLIENT.tokenUri}?tenant=7`);
  assert.equal(request.headers.has("authorization"), false);
  assert.equal(request.headers.get("user-agent"), "Avanti");
  assert.equal(request.headers.get("accept"), "application/json");
  const fields = new URLSearchParams(await request.text());
  assert.deepEqual(
    ["client_id", "audience", "code"].map((name) => fields.get(name)),
    ["avanti", "api", "c"],
  );
});

Deno.test("cookieOptions change the session's cookie, its name as it is, and how long its row is kept", async () => {
  await using set = await stage();
  const helpers = createHelpers(CLIENT, {
    cookieOptions: { name: "mine", maxAge: 60, domain: "avanti.example" },
  });
  const { cookie, state } = await begun(helpers);
  const answer = await helpers.handleCallback(visit(`/callback?code=c&state=${state}`, cookie));
  assert.equal(
    answer.response.headers.getSetCookie()[0],
    `mine=${answer.sessionId}; Secure; HttpOnly; Max-Age=60; Domain=avanti.example; SameSite=Lax; Path=/`,
  );
  const session = visit("/", `mine=${answer.sessionId}`);
  assert.equal(await helpers.getSessionId(session), answer.sessionId);
  assert.deepEqual((await helpers.signOut(session)).headers.getSetCookie(), [
    "mine=; Domain=avanti.example; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
  ]);
  assert.deepEqual(await rowsOf(set.kv, "site_sessions"), []);
});

Deno.test("without the cookie of a sign-in nothing is asked", async () => {
  await using set = await stage();
  const helpers = createHelpers(CLIENT);
  const { state } = await begun(helpers);
  await assert.rejects(helpers.handleCallback(visit(`/callback?code=c&state=${state}`)), {
    message: "OAuth cookie not found",
  });
  assert.equal(set.asked.length, 0);
});

Deno.test("a cookie that comes twice is none: a neighbouring host may have set one", async () => {
  await using set = await stage();
  const helpers = createHelpers(CLIENT);
  const { cookie, state } = await begun(helpers);
  const request = visit(`/callback?code=c&state=${state}`, `${cookie}; ${cookie}x`);
  await assert.rejects(helpers.handleCallback(request), { message: "OAuth cookie not found" });
  assert.equal(set.asked.length, 0);
});

Deno.test("a sign-in that is not there is not found", async () => {
  await using _set = await stage();
  const request = visit("/callback?code=c&state=s", `__Host-oauth-session=${crypto.randomUUID()}`);
  await assert.rejects(createHelpers(CLIENT).handleCallback(request), Deno.errors.NotFound);
});

Deno.test("a sign-in is used once, also by two who come at the same time", async () => {
  await using set = await stage();
  const helpers = createHelpers(CLIENT);
  const { cookie, state } = await begun(helpers);
  const come = () => helpers.handleCallback(visit(`/callback?code=c&state=${state}`, cookie));
  const outcomes = await Promise.allSettled([come(), come(), come()]);
  assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
  assert.equal(set.asked.length, 1);
  await assert.rejects(come(), Deno.errors.NotFound);
});

Deno.test("another state, none, or one that comes twice is refused before anything is asked", async () => {
  await using set = await stage();
  const other = await refused(set, () => "?code=c&state=other");
  assert.equal(other.name, "AuthorizationResponseError");
  assert.equal(other.message, "Invalid authorization response: Invalid state: other");
  assert.match((await refused(set, () => "?code=c")).message, /Missing state/);
  assert.match(
    (await refused(set, (state) => `?code=c&state=${state}&state=x`)).message,
    /Repeated/,
  );
  assert.equal(set.asked.length, 0);
});

Deno.test("a callback without a code, without anything, or at another path is refused", async () => {
  await using set = await stage();
  assert.match((await refused(set, (state) => `?state=${state}`)).message, /Missing code/);
  assert.match((await refused(set, () => "")).message, /callback parameters/);
  const other = await refused(set, (state) => `?code=c&state=${state}`, "/other");
  assert.match(other.message, /Redirect path/);
  assert.equal(set.asked.length, 0);
});

Deno.test("what the provider says against it is told", async () => {
  await using set = await stage();
  const denied = await refused(
    set,
    (state) => `?error=access_denied&error_description=No&state=${state}`,
  );
  assert.equal(denied.name, "OAuth2ResponseError");
  assert.equal(Reflect.get(denied, "error"), "access_denied");
  assert.equal(denied.message, "No");
  assert.equal(set.asked.length, 0);
});

const BAD_ANSWERS: readonly (readonly [response: Response, name: string, message: RegExp])[] = [
  [
    Response.json({ error: "invalid_grant" }, { status: 400 }),
    "OAuth2ResponseError",
    /invalid_grant/,
  ],
  [Response.json({ error: "bad_code" }), "OAuth2ResponseError", /bad_code/],
  [new Response("no", { status: 502 }), "TokenResponseError", /502/],
  [new Response("<html>"), "TokenResponseError", /JSON/],
  [Response.json([]), "TokenResponseError", /JSON/],
  [Response.json({ ...TOKENS, access_token: 7 }), "TokenResponseError", /access_token/],
  [Response.json({ access_token: "at" }), "TokenResponseError", /token_type/],
  [Response.json({ ...TOKENS, refresh_token: 7 }), "TokenResponseError", /refresh_token/],
  [Response.json({ ...TOKENS, expires_in: "60" }), "TokenResponseError", /expires_in/],
  [Response.json({ ...TOKENS, scope: ["a"] }), "TokenResponseError", /scope/],
];

for (const [response, name, message] of BAD_ANSWERS) {
  Deno.test(`an answer of the provider is no tokens: ${message.source} (${response.status}, ${name})`, async () => {
    await using set = await stage(() => response);
    const error = await refused(set, (state) => `?code=c&state=${state}`);
    assert.equal(error.name, name);
    assert.match(error.message, message);
  });
}

Deno.test("a provider that cannot be reached ends the sign-in as well", async () => {
  await using set = await stage(() => {
    throw new TypeError("connection refused");
  });
  const error = await refused(set, (state) => `?code=c&state=${state}`);
  assert.equal(error.name, "TypeError");
});
