import assert from "node:assert/strict";
import { setCookie } from "../../../lib/jsr/kv-oauth/cookies.ts";

const written = (cookie: Parameters<typeof setCookie>[1]) => {
  const headers = new Headers();
  setCookie(headers, cookie);
  return headers.get("set-cookie");
};

Deno.test("a cookie is written with its attributes in the order of the original", () => {
  assert.equal(
    written({
      ...{ name: "a", value: "b", secure: true, httpOnly: true, partitioned: true, maxAge: 0 },
      ...{ domain: "x.example", sameSite: "None" as const, path: "/y", expires: new Date(0) },
      unparsed: ["Priority=High"],
    }),
    "a=b; Secure; HttpOnly; Partitioned; Max-Age=0; Domain=x.example; SameSite=None; Path=/y; " +
      "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Priority=High",
  );
});

Deno.test("names with a prefix get what browsers ask of them", () => {
  assert.equal(
    written({ name: "__Host-a", value: "b", domain: "x", path: "/y" }),
    "__Host-a=b; Secure; Path=/",
  );
  assert.equal(written({ name: "__Secure-a", value: "b" }), "__Secure-a=b; Secure");
});

Deno.test("what would set another cookie than was meant is refused", () => {
  for (const name of ["", "a b", "a;b", "a=b", "å"]) {
    assert.throws(() => written({ name, value: "" }), TypeError, name);
  }
  for (const value of ["a;b", "a b", 'a"', "a\r\nb", "a,b"]) {
    assert.throws(() => written({ name: "a", value }), TypeError, value);
  }
  assert.throws(() => written({ name: "a", value: "", path: "/; Domain=evil" }), TypeError);
  assert.throws(() => written({ name: "a", value: "", domain: "x\r\n" }), TypeError);
});
