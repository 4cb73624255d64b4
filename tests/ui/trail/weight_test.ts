// What the session trail costs every page: two kilobytes of script, with what stands in the page itself.
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { earlyFaults } from "../../../lib/ui/trail/early-faults.ts";
import { bundleTrail } from "../../../scripts/bundle-trail.ts";

/** Most bytes, compressed with gzip. */
const MAX_BYTES = 2 * 1024;

function bytesOf(script: string): number {
  return gzipSync(script + earlyFaults("/session-trail.js"), { level: 9 }).length;
}

Deno.test("the script and the catcher before it are at most two kilobytes", async () => {
  const bytes = bytesOf(await bundleTrail());
  assert(bytes <= MAX_BYTES, `${bytes} bytes`);
});

Deno.test("a script that grew is seen", async () => {
  const more = Array.from({ length: 100 }, (_, i) => `let a${i * 7919}=${i * 104_729};`).join("");
  assert(bytesOf(await bundleTrail(more)) > MAX_BYTES);
});

Deno.test("what pages load is what the sources say", async () => {
  const served = new URL("../../../static/session-trail.js", import.meta.url);
  assert.equal(await Deno.readTextFile(served), await bundleTrail());
});
