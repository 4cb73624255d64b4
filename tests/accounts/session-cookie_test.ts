import assert from "node:assert/strict";
import {
  clearedSessionCookie,
  sessionCookie,
  sessionSecret,
} from "../../lib/accounts/session-cookie.ts";

const SECRET = "s".repeat(43);
const cookies = (text: string) => new Headers({ cookie: text });

Deno.test("over https the cookie is bound to the host, encrypted, and out of reach of scripts", () => {
  const cookie = sessionCookie(SECRET, true);
  assert.equal(
    cookie,
    `__Host-avanti-operator=${SECRET}; Path=/; HttpOnly; SameSite=Strict; Secure`,
  );
  assert.equal(cookie.includes("Domain"), false);
});

Deno.test("on plain http the cookie has no prefix, because browsers would refuse it", () => {
  assert.equal(
    sessionCookie(SECRET, false),
    `avanti-operator=${SECRET}; Path=/; HttpOnly; SameSite=Strict`,
  );
});

Deno.test("the cookie that clears has the name of the one that set", () => {
  for (const secure of [true, false]) {
    const name = (text: string) => text.split("=")[0];
    assert.equal(name(clearedSessionCookie(secure)), name(sessionCookie(SECRET, secure)));
    assert.match(clearedSessionCookie(secure), /Max-Age=0/);
  }
});

Deno.test("the cookie that clears is as closed as the one that set: browsers take it for the same one", () => {
  assert.equal(
    clearedSessionCookie(true),
    "__Host-avanti-operator=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0; Secure",
  );
  assert.equal(
    clearedSessionCookie(false),
    "avanti-operator=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
  );
});

Deno.test("sessionSecret() reads its own cookie among others and never the other kind", () => {
  const both = `a=1; __Host-avanti-operator=${SECRET}; avanti-operator=${"p".repeat(43)}`;
  assert.equal(sessionSecret(cookies(both), true), SECRET);
  assert.equal(sessionSecret(cookies(both), false), "p".repeat(43));
  assert.equal(sessionSecret(cookies(`avanti-operator=${SECRET}`), true), null);
});

Deno.test("sessionSecret() trusts no cookie that comes twice or has another shape", () => {
  const name = "__Host-avanti-operator";
  assert.equal(sessionSecret(cookies(`${name}=${SECRET}; ${name}=${"t".repeat(43)}`), true), null);
  for (const value of ["", "short", "x".repeat(44), `${"x".repeat(42)}%`]) {
    assert.equal(sessionSecret(cookies(`${name}=${value}`), true), null);
  }
  assert.equal(sessionSecret(new Headers(), true), null);
});
