// Each thing that can be wrong with the answer of an issuer of OpenID Connect: with words, and nobody signed in.
import assert from "node:assert/strict";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { base64Url, newKey, type Tamper, type Token, unsigned } from "../../support/oidc-issuer.ts";
import { assertRefused, comeBack, sent, SESSION, world } from "../../support/oidc-world.ts";
import { Visitor } from "../../support/visitor.ts";

const { ways } = textsFor("sv");

/** Ways to change an ID token; each is signed as it ought to be unless the signature is what is wrong. */
const TOKENS: Readonly<Record<string, Tamper>> = {
  "of another issuer": claim({ iss: "https://evil.example" }),
  "without an issuer": claim({ iss: undefined }),
  "for another client": claim({ aud: "other" }),
  "for nobody": claim({ aud: undefined }),
  "for several, used by another": claim({ aud: ["avanti", "other"], azp: "other" }),
  "for several, used by nobody": claim({ aud: ["avanti", "other"], azp: undefined }),
  "used by another": claim({ azp: "other" }),
  "that has run out": claim({ exp: 1_700_000_000 }),
  "that never runs out": claim({ exp: undefined }),
  "whose end is a word": claim({ exp: "tomorrow" }),
  "that is not good yet": claim({ nbf: 4_000_000_000 }),
  "without its time": claim({ iat: undefined }),
  "with another nonce": claim({ nonce: "other" }),
  "without a nonce": claim({ nonce: undefined }),
  "without a person": claim({ sub: undefined }),
  "of a person without an id": claim({ sub: "" }),
  "signed by nobody": ({ claims }) =>
    Promise.resolve(`${unsigned({ header: { alg: "none" }, claims })}.`),
  "signed by nobody, under the right name": ({ header, claims }) =>
    Promise.resolve(`${unsigned({ header, claims })}.`),
  "signed with our own secret": ({ claims }) =>
    hmac(claims, new TextEncoder().encode("issuer-secret-of-tests")),
  "signed by another key": async (token, sign) => await sign(token, (await newKey()).privateKey),
  "under a key nobody has": (token, sign) =>
    sign({ ...token, header: { ...token.header, kid: "k2" } }),
  "changed after it was signed": ({ header, claims }, _sign, raw) =>
    Promise.resolve(
      `${unsigned({ header, claims: { ...claims, sub: "admin-1" } })}.${raw.split(".")[2]}`,
    ),
  "that names its own key": async ({ header, claims }, sign) => {
    const { privateKey, publicKey } = await newKey();
    const jwk = await crypto.subtle.exportKey("jwk", publicKey);
    return await sign({ header: { ...header, jwk }, claims }, privateKey);
  },
  "with a rule we do not know": (token, sign) =>
    sign({ ...token, header: { ...token.header, crit: ["x"], x: 1 } }),
  "that is no token": () => Promise.resolve("nothing"),
  "that is not there": () => Promise.resolve(undefined),
};

function claim(changes: Record<string, unknown>): Tamper {
  return ({ header, claims }, sign) => sign({ header, claims: { ...claims, ...changes } });
}

async function hmac(claims: Token["claims"], secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  const words = unsigned({ header: { alg: "HS256", kid: "k1" }, claims });
  const mac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(words));
  return `${words}.${base64Url(new Uint8Array(mac))}`;
}

for (const [title, tamper] of Object.entries(TOKENS)) {
  Deno.test(`an ID token ${title} signs nobody in`, async () => {
    await using w = await world();
    w.issuer.told.tamper = tamper;
    const visitor = new Visitor(w.product);
    assertRefused(visitor, await comeBack(visitor, await sent(visitor)), "untrusted");
    assert.deepEqual(await w.product.services.sessions.of(w.karin.id), []);
  });
}

Deno.test("an ID token signed with the issuer's public key as a secret signs nobody in", async () => {
  await using w = await world();
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", w.issuer.publicKey));
  const pem = `-----BEGIN PUBLIC KEY-----\n${
    spki.toBase64().replace(/.{64}/g, "$&\n")
  }\n-----END PUBLIC KEY-----\n`;
  for (const secret of [spki, new TextEncoder().encode(pem)]) {
    w.issuer.told.tamper = ({ claims }) => hmac(claims, secret);
    const visitor = new Visitor(w.product);
    assertRefused(visitor, await comeBack(visitor, await sent(visitor)), "untrusted");
  }
});

Deno.test("a token that is signed again as it was lets in: the ones above are refused for what was changed", async () => {
  await using w = await world();
  w.issuer.told.tamper = claim({});
  const visitor = new Visitor(w.product);
  assert.equal((await comeBack(visitor, await sent(visitor))).status, 200);
  assert(visitor.has(SESSION));
});

/** Ways to change the address somebody comes back to. */
const RETURNS: Readonly<Record<string, [change: (to: URL) => void, reason: "untrusted" | "over"]>> =
  {
    "another state": [({ searchParams }) => searchParams.set("state", "x".repeat(43)), "over"],
    "no state": [({ searchParams }) => searchParams.delete("state"), "over"],
    "another code": [({ searchParams }) => searchParams.set("code", "other"), "untrusted"],
    "no code": [({ searchParams }) => searchParams.delete("code"), "untrusted"],
    "another issuer": [
      ({ searchParams }) => searchParams.set("iss", "https://evil.example"),
      "untrusted",
    ],
    "no issuer": [({ searchParams }) => searchParams.delete("iss"), "untrusted"],
  };

Deno.test("a parameter that comes twice is refused at the door", async () => {
  await using w = await world();
  for (const name of ["state", "code", "iss"]) {
    const visitor = new Visitor(w.product);
    const to = await sent(visitor);
    to.searchParams.append(name, to.searchParams.get(name) ?? "");
    assert.equal((await comeBack(visitor, to)).status, 400);
    assert.equal(visitor.has(SESSION), false);
  }
});

for (const [title, [change, reason]] of Object.entries(RETURNS)) {
  Deno.test(`who comes back with ${title} is not signed in`, async () => {
    await using w = await world();
    const visitor = new Visitor(w.product);
    const to = await sent(visitor);
    change(to);
    assertRefused(visitor, await comeBack(visitor, to), reason);
    assert.deepEqual(await w.product.services.sessions.of(w.karin.id), []);
  });
}

Deno.test("an answer is good once, in ten minutes, in the browser that asked", async () => {
  await using w = await world();
  const visitor = new Visitor(w.product);
  const to = await sent(visitor);
  const stranger = new Visitor(w.product);
  assertRefused(stranger, await comeBack(stranger, to), "over");
  await sent(stranger);
  assertRefused(stranger, await comeBack(stranger, to), "over");
  assert.equal((await comeBack(visitor, to)).status, 200);
  const again = await comeBack(visitor, to);
  assert.equal(again.status, 410);
  assert(again.html.includes(ways.already));
  const late = new Visitor(w.product);
  const slow = await sent(late);
  w.product.test.clock.advance({ minutes: 10 });
  assertRefused(late, await comeBack(late, slow), "over");
});

Deno.test("another's code is worth nothing: it belongs to another challenge", async () => {
  await using w = await world();
  const [attacker, victim] = [new Visitor(w.product), new Visitor(w.product)];
  const stolen = (await sent(attacker)).searchParams.get("code") ?? "";
  const to = await sent(victim);
  to.searchParams.set("code", stolen);
  assertRefused(victim, await comeBack(victim, to), "untrusted");
});

Deno.test("what was begun at one issuer does not end at the address of another", async () => {
  const other = {
    ...{ id: "okta", label: "Okta", issuer: "http://127.0.0.1:1", clientId: "avanti" },
    clientSecret: "secret",
  };
  await using w = await world({ others: [other] });
  const visitor = new Visitor(w.product);
  const choice = await visitor.get(paths.signInStaff());
  assert(choice.html.includes(ways.with("Entra")) && choice.html.includes(ways.with("Okta")));
  const { search } = await sent(visitor);
  const back = await visitor.get(paths.signInCallback("okta") + search);
  assert.equal(back.status, 422);
  assert(back.html.includes(ways.failed.untrusted("Okta")));
  assert.equal(visitor.has(SESSION), false);
  const down = await visitor.get(paths.signInWith("okta"));
  assert.equal(down.status, 503);
  assert(down.html.includes(ways.failed.unreachable("Okta")));
});

Deno.test("an issuer that calls itself another is not believed", async () => {
  await using w = await world();
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    if (!(input instanceof Request ? input.url : String(input)).includes("/.well-known/")) {
      return response;
    }
    return Response.json({ ...await response.json(), issuer: "https://evil.example" });
  };
  try {
    const visitor = new Visitor(w.product);
    const refused = await visitor.get(paths.signInWith("entra"));
    assert.equal(refused.status, 422);
    assert(refused.html.includes(ways.failed.untrusted("Entra")));
  } finally {
    globalThis.fetch = real;
  }
});

Deno.test("user-info of somebody else than the token's person is not believed", async () => {
  await using w = await world({ linked: false });
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    if (!(input instanceof Request ? input.url : String(input)).endsWith("/me")) return response;
    return Response.json({ ...await response.json(), sub: "other" });
  };
  try {
    const visitor = new Visitor(w.product);
    assertRefused(visitor, await comeBack(visitor, await sent(visitor)), "untrusted");
  } finally {
    globalThis.fetch = real;
  }
});
