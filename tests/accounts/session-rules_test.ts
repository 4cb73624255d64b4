import assert from "node:assert/strict";
import { isLive, newSession, slide } from "../../lib/accounts/session-rules.ts";

const START = Temporal.Instant.from("2026-11-23T05:00:00Z");
const session = newSession({ id: "id", operatorName: "Karin", csrfSecret: "secret" }, START);

Deno.test("a session lives through 30 minutes of silence and not a moment longer", () => {
  assert.equal(isLive(session, START.add({ minutes: 29, seconds: 59 })), true);
  assert.equal(isLive(session, START.add({ minutes: 30 })), false);
});

Deno.test("a session is over after eight hours however busy it was", () => {
  let busy = session;
  for (let minutes = 10; minutes < 480; minutes += 10) {
    busy = slide(busy, START.add({ minutes })) ?? busy;
  }
  assert.equal(isLive(busy, START.add({ minutes: 479 })), true);
  assert.equal(isLive(busy, START.add({ minutes: 480 })), false);
});

Deno.test("slide() is worth a write at most once a minute", () => {
  assert.equal(slide(session, START.add({ seconds: 59 })), null);
  const later = slide(session, START.add({ seconds: 60 }));
  assert.equal(later?.idleExpiresAt, "2026-11-23T05:31:00Z");
  assert.equal(slide(later ?? session, START.add({ seconds: 90 })), null);
});

Deno.test("slide() never moves past the absolute end", () => {
  const late = { ...session, idleExpiresAt: START.add({ minutes: 460 }).toString() };
  assert.equal(slide(late, START.add({ minutes: 455 }))?.idleExpiresAt, session.absoluteExpiresAt);
});
