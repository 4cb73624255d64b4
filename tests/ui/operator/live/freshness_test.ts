import assert from "node:assert/strict";
import { BEAT_MS, freshness } from "../../../../lib/ui/operator/live/freshness.ts";

const NOW = 1_000_000;

Deno.test("an open stream that was heard within two beats is live", () => {
  assert.deepEqual(freshness("open", NOW - 2 * BEAT_MS, NOW), { kind: "live" });
});

Deno.test("an open stream that has been silent longer has lost contact since it was last heard", () => {
  const heard = NOW - 3 * BEAT_MS;
  assert.deepEqual(freshness("open", heard, NOW), { kind: "lost", sinceMs: heard });
});

Deno.test("a short break is being mended before it is called lost", () => {
  assert.deepEqual(freshness("lost", NOW - 5_000, NOW), { kind: "connecting" });
  const heard = NOW - 60_000;
  assert.deepEqual(freshness("lost", heard, NOW), { kind: "lost", sinceMs: heard });
  assert.deepEqual(freshness("connecting", heard, NOW), { kind: "lost", sinceMs: heard });
});

Deno.test("a finished session is said at once", () => {
  assert.deepEqual(freshness("signed-out", NOW, NOW), { kind: "signed-out" });
});
