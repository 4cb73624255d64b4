import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { hashedScripts } from "../../lib/http/hashed-scripts.ts";

const NONCE = "abcdefghijklmnopqrstuv==";
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

Deno.test("scripts of the renderer are named by their hashes, its data by nothing, and the nonce is gone", () => {
  const html = `<head><script nonce="${NONCE}">let a=1</script></head>` +
    `<script type="application/json" id="frsh" nonce="${NONCE}">{"b":2}</script>`;
  assert.deepEqual(hashedScripts(html, NONCE), {
    html:
      '<head><script>let a=1</script></head><script type="application/json" id="frsh">{"b":2}</script>',
    sources: hashOf("let a=1"),
  });
});

Deno.test("a script of the build is loaded by one that is named", () => {
  const page = hashedScripts(
    `<script type="module" src="/_fresh/js/boot-A1.js" nonce="${NONCE}"></script>`,
    NONCE,
  );
  const [, text = ""] = /^<script>(.*)<\/script>$/.exec(page?.html ?? "") ?? [];
  assert.match(text, /src:"\/_fresh\/js\/boot-A1\.js"/);
  assert.equal(page?.sources, hashOf(text));
});

Deno.test("a script the renderer did not mark gets no hash, so that what somebody put in does not run", () => {
  const planted = "<script>steal()</script>";
  const page = hashedScripts(`${planted}<script nonce="${NONCE}">a</script>`, NONCE);
  assert.equal(page?.html, `${planted}<script>a</script>`);
  assert.equal(page?.sources, hashOf("a"));
});

Deno.test("a page that cannot do without its nonce is none that everybody may be given", () => {
  for (
    const html of [
      `<script type="module" nonce="${NONCE}">import "/a.js"</script>`,
      `<script src="https://other.example/a.js" type="module" nonce="${NONCE}"></script>`,
      `<script type="module" src="/a.js&quot;);steal(&quot;" nonce="${NONCE}"></script>`,
      `<link rel="modulepreload" href="/a.js" nonce="${NONCE}">`,
    ]
  ) {
    assert.equal(hashedScripts(html, NONCE), null, html);
  }
});

Deno.test("what a script of ours imports is put in as well", () => {
  const page = hashedScripts(
    `<script nonce="${NONCE}">a&&import("/t.js?__frsh_c=1")</script>`,
    NONCE,
  );
  const [, text = ""] = /^<script>(.*)<\/script>$/.exec(page?.html ?? "") ?? [];
  assert.match(text, /^a&&document\.head\.append\(.*src:"\/t\.js\?__frsh_c=1"/);
  assert.equal(page?.sources, hashOf(text));
});
