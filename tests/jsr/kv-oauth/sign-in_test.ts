import assert from "node:assert/strict";
import { createHelpers } from "@deno/kv-oauth";
import { CLIENT, cookieOf, leadsTo, rowsOf, stage, visit } from "./stage.ts";

Deno.test("signIn() sends to the provider with state and challenge, and keeps what belongs to them for ten minutes", async () => {
  await using set = await stage();
  const response = await createHelpers(CLIENT).signIn(visit("/signin"));
  assert.equal(response.status, 302);
  const to = leadsTo(response);
  assert.equal(to.origin + to.pathname, CLIENT.authorizationEndpointUri);
  const [row] = await rowsOf(set.kv, "oauth_sessions");
  const { state, codeVerifier, successUrl } = row?.value as Record<string, string>;
  assert.equal(successUrl, "/");
  assert.match(codeVerifier ?? "", /^[\w-]{43}$/);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  const challenge = new Uint8Array(digest).toBase64({ alphabet: "base64url", omitPadding: true });
  assert.deepEqual([...to.searchParams], [
    ["response_type", "code"],
    ["client_id", "avanti"],
    ["redirect_uri", CLIENT.redirectUri],
    ["scope", "openid email"],
    ["state", state],
    ["code_challenge", challenge],
    ["code_challenge_method", "S256"],
  ]);
  assert.deepEqual(response.headers.getSetCookie(), [
    `__Host-oauth-session=${row?.id}; Secure; HttpOnly; Max-Age=600; SameSite=Lax; Path=/`,
  ]);
});

Deno.test("no two sign-ins have a state, a verifier or an id in common", async () => {
  await using set = await stage();
  const { signIn } = createHelpers(CLIENT);
  for (let i = 0; i < 20; i++) await signIn(visit("/signin"));
  const rows = await rowsOf(set.kv, "oauth_sessions");
  const values = rows.flatMap(({ id, value }) => {
    const { state, codeVerifier } = value as Record<string, string>;
    return [id, state, codeVerifier];
  });
  assert.equal(new Set(values).size, 60);
});

Deno.test("on plain http the cookie has no prefix, and nothing that needs encryption", async () => {
  await using _set = await stage();
  const response = await createHelpers(CLIENT).signIn(
    visit("/", undefined, "http://localhost:8000"),
  );
  assert.match(
    response.headers.get("set-cookie") ?? "",
    /^oauth-session=[\w-]{36}; HttpOnly; Max-Age=600; SameSite=Lax; Path=\/$/,
  );
});

Deno.test("scope and address to come back to are left out when there are none", async () => {
  await using _set = await stage();
  const { redirectUri: _redirectUri, defaults: _defaults, ...bare } = CLIENT;
  const to = leadsTo(await createHelpers(bare).signIn(visit("/")));
  assert.equal(to.searchParams.has("redirect_uri") || to.searchParams.has("scope"), false);
});

Deno.test("urlParams are added to the provider's address, and its own query stays", async () => {
  await using _set = await stage();
  const authorizationEndpointUri = "https://provider.example/authorize?owner=user";
  const helpers = createHelpers({ ...CLIENT, authorizationEndpointUri });
  const urlParams = { access_type: "offline", prompt: "consent" };
  const to = leadsTo(await helpers.signIn(visit("/"), { urlParams }));
  assert.equal(to.searchParams.get("owner"), "user");
  assert.equal(to.searchParams.get("access_type"), "offline");
  assert.equal(to.searchParams.get("prompt"), "consent");
});

Deno.test("urlParams never take the place of our state", async () => {
  await using set = await stage();
  const to = leadsTo(
    await createHelpers(CLIENT).signIn(visit("/"), { urlParams: { state: "mine" } }),
  );
  const [row] = await rowsOf(set.kv, "oauth_sessions");
  assert.equal(to.searchParams.get("state"), (row?.value as Record<string, string>).state);
});

const OWN = [
  ["/bookings?of=me", "/bookings?of=me"],
  ["https://avanti.example/account", "https://avanti.example/account"],
];
const FOREIGN = [
  "https://evil.example/",
  "//evil.example",
  "//avanti.example/",
  "/\\avanti.example/",
  "/\\evil.example",
  "/%2fevil.example",
  "/%5cevil.example",
  "/\tevil.example",
  "/..//evil.example",
  "https://avanti.example@evil.example/",
  "https://user@avanti.example/",
  "http://avanti.example/",
  "javascript:alert(1)",
  "evil",
  `/${"a".repeat(3_000)}`,
];

Deno.test("success_url leads to an address of our own", async () => {
  await using set = await stage();
  const { signIn } = createHelpers(CLIENT);
  for (const [asked = "", wanted] of OWN) {
    const response = await signIn(visit(`/signin?success_url=${encodeURIComponent(asked)}`));
    const id = cookieOf(response).split("=")[1] ?? "";
    const { value } = await set.kv.get<{ successUrl: string }>(["oauth_sessions", id]);
    assert.equal(value?.successUrl, wanted);
  }
});

Deno.test("success_url leads nowhere else, whatever its spelling", async () => {
  await using set = await stage();
  const { signIn, signOut } = createHelpers(CLIENT);
  for (const asked of FOREIGN) {
    const path = `/signin?success_url=${encodeURIComponent(asked)}`;
    const id = cookieOf(await signIn(visit(path))).split("=")[1] ?? "";
    const { value } = await set.kv.get<{ successUrl: string }>(["oauth_sessions", id]);
    assert.equal(value?.successUrl, "/", asked);
    assert.equal((await signOut(visit(path))).headers.get("location"), "/", asked);
  }
});

Deno.test("without success_url one comes back to where one was, if that is ours", async () => {
  await using set = await stage();
  const { signIn } = createHelpers(CLIENT);
  const successUrlFor = async (referer: string) => {
    const request = new Request("https://avanti.example/signin", { headers: { referer } });
    const id = cookieOf(await signIn(request)).split("=")[1] ?? "";
    return (await set.kv.get<{ successUrl: string }>(["oauth_sessions", id])).value?.successUrl;
  };
  assert.equal(
    await successUrlFor("https://avanti.example/prices?a=1"),
    "https://avanti.example/prices?a=1",
  );
  assert.equal(await successUrlFor("https://evil.example/"), "/");
  assert.equal(await successUrlFor("nothing"), "/");
});
