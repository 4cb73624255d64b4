import assert from "node:assert/strict";
import {
  clearedSessionCookie,
  sessionCookie,
  sessionSecret,
} from "../../lib/accounts/session-cookie.ts";

const SECRET = "s".repeat(43);
const STAFF = {
  idleMinutes: 30,
  createdAt: "2026-11-23T05:00:00Z",
  absoluteExpiresAt: "2026-11-23T13:00:00Z",
};
const cookies = (text: string) => new Headers({ cookie: text });

Deno.test("over https the cookie is bound to the host, encrypted, and out of reach of scripts", () => {
  const cookie = sessionCookie(SECRET, STAFF, true);
  assert.equal(
    cookie,
    `__Host-avanti-session=${SECRET}; Path=/; HttpOnly; SameSite=Strict; Secure`,
  );
  assert.equal(cookie.includes("Domain"), false);
});

Deno.test("on plain http the cookie has no prefix, because browsers would refuse it", () => {
  assert.equal(
    sessionCookie(SECRET, STAFF, false),
    `avanti-session=${SECRET}; Path=/; HttpOnly; SameSite=Strict`,
  );
});

Deno.test("the cookie that clears has the name of the one that set", () => {
  for (const secure of [true, false]) {
    const name = (text: string) => text.split("=")[0];
    assert.equal(name(clearedSessionCookie(secure)), name(sessionCookie(SECRET, STAFF, secure)));
    assert.match(clearedSessionCookie(secure), /Max-Age=0/);
  }
});

Deno.test("the cookie that clears is as closed as the one that set: browsers take it for the same one", () => {
  assert.equal(
    clearedSessionCookie(true),
    "__Host-avanti-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0; Secure",
  );
  assert.equal(
    clearedSessionCookie(false),
    "avanti-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
  );
});

Deno.test("sessionSecret() reads its own cookie among others and never the other kind", () => {
  const both = `a=1; __Host-avanti-session=${SECRET}; avanti-session=${"p".repeat(43)}`;
  assert.equal(sessionSecret(cookies(both), true), SECRET);
  assert.equal(sessionSecret(cookies(both), false), "p".repeat(43));
  assert.equal(sessionSecret(cookies(`avanti-session=${SECRET}`), true), null);
});

Deno.test("sessionSecret() trusts no cookie that comes twice or has another shape", () => {
  const name = "__Host-avanti-session";
  assert.equal(sessionSecret(cookies(`${name}=${SECRET}; ${name}=${"t".repeat(43)}`), true), null);
  for (const value of ["", "short", "x".repeat(44), `${"x".repeat(42)}%`]) {
    assert.equal(sessionSecret(cookies(`${name}=${value}`), true), null);
  }
  assert.equal(sessionSecret(new Headers(), true), null);
});

Deno.test("a customer's cookie outlives the browser, and is there when they follow a link in a mail", () => {
  const customer = {
    idleMinutes: 30 * 24 * 60,
    createdAt: "2026-11-23T05:00:00Z",
    absoluteExpiresAt: "2027-02-21T05:00:00Z",
  };
  assert.equal(
    sessionCookie(SECRET, customer, true),
    `__Host-avanti-session=${SECRET}; Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000; Secure`,
  );
});
