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
  assert.deepEqual(freshness("signed-out", NOW - 5, NOW), {
    kind: "signed-out",
    sinceMs: NOW - 5,
  });
});

Deno.test("contact is lost after two beats and five seconds, and being mended for one beat", () => {
  assert.equal(BEAT_MS, 15_000);
  assert.equal(freshness("open", NOW - 35_000, NOW).kind, "live");
  assert.equal(freshness("open", NOW - 35_001, NOW).kind, "lost");
  assert.equal(freshness("lost", NOW - 15_000, NOW).kind, "connecting");
  assert.equal(freshness("lost", NOW - 15_001, NOW).kind, "lost");
  assert.deepEqual(freshness("connecting", NOW, NOW), { kind: "connecting" });
});
