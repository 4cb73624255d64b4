import assert from "node:assert/strict";
import { compilePattern, matchPattern } from "../../../lib/jsr/fresh/pattern.ts";

const PATTERNS = [
  "/a/:id",
  "/:id",
  "/:id-x",
  "/docs{/:v}?",
  "/docs/:v?",
  "/old/:path*",
  "/new/:path+",
  "/files/*",
  "/n/:id(\\d+)",
  "/n/(\\d+)",
  "/a.b/:x.json",
  "/{part/}?end",
  "/å/:ä",
  "/a{/b/:c}?/d",
  "/x\\:y/:z",
  "/m/:a/:b/:c?",
];

const PATHS = [
  "/",
  "/a",
  "/a/",
  "/a/1",
  "/a/1/",
  "/a/b/c",
  "/7-x",
  "/docs",
  "/docs/",
  "/docs/v1",
  "/docs/v1/x",
  "/old",
  "/old/",
  "/old/a",
  "/old/a/b",
  "/new",
  "/new/a/b",
  "/files/",
  "/files/a/b",
  "/files",
  "/n/12",
  "/n/x",
  "/a.b/q.json",
  "/axb/q.json",
  "/end",
  "/part/end",
  "/%C3%A5/1",
  "/a/d",
  "/a/b/1/d",
  "/x:y/2",
  "/m/1/2",
  "/m/1/2/3",
];

Deno.test("patterns match as URLPattern does", () => {
  for (const pathname of PATTERNS) {
    const oracle = new URLPattern({ pathname });
    const compiled = compilePattern(pathname);
    for (const path of PATHS) {
      const expected = oracle.exec({ pathname: path });
      const actual = matchPattern(compiled, path);
      assert.equal(actual !== null, expected !== null, `${pathname} on ${path}`);
      if (expected === null || actual === null) continue;
      const groups = Object.entries(expected.pathname.groups)
        .map(([name, value]) => [name, decodeURI(value ?? "")]);
      assert.deepEqual({ ...actual }, Object.fromEntries(groups), `${pathname} on ${path}`);
      if (compiled.head !== null) assert.equal(path.split("/")[1], compiled.head, pathname);
    }
  }
});

Deno.test("a pattern with an unclosed part is refused by name", () => {
  assert.throws(() => compilePattern("/a{/b"), /Unclosed "\{" in route "\/a\{\/b"/);
  assert.throws(() => compilePattern("/a/:b(c"), /Unclosed "\("/);
});
