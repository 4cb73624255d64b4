import assert from "node:assert/strict";
import { returnPath } from "../../lib/accounts/return-path.ts";

Deno.test("somebody goes on to an address of ours, with its query", () => {
  for (const path of ["/", "/admin", "/admin?date=2026-11-24&booking=01A", "/account/security"]) {
    assert.equal(returnPath(path, "/home"), path);
  }
});

Deno.test("no address leads to another site, however it is written", () => {
  const hostile = [
    null,
    "",
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    " /admin",
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "/%0d%0aSet-Cookie:x",
    "javascript:alert(1)",
    "/admin\r\nX: y",
    "admin",
    "@evil.example",
    "/a\u2028",
    `/${"a".repeat(600)}`,
  ];
  for (const path of hostile) assert.equal(returnPath(path, "/home"), "/home", String(path));
  assert.equal(returnPath("/../..//evil.example", "/home").startsWith("//"), false);
});
