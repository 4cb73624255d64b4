import assert from "node:assert/strict";
import {
  clearedPendingCookie,
  pendingCookie,
  pendingToken,
} from "../../../lib/accounts/identity/identity-cookies.ts";

const TOKEN = "a".repeat(43);
const sent = (cookie: string) => new Headers({ cookie: cookie.split(";")[0] ?? "" });

Deno.test("what waits comes back with who was sent from another site, for ten minutes", () => {
  const cookie = pendingCookie(TOKEN, true);
  assert.match(
    cookie,
    /^__Host-avanti-identity=a{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/,
  );
  assert.equal(pendingToken(sent(cookie), true), TOKEN);
  assert.equal(pendingToken(sent(cookie), false), null);
  assert.equal(pendingToken(sent(pendingCookie("short", true)), true), null);
  assert.match(clearedPendingCookie(true), /Max-Age=0/);
});
