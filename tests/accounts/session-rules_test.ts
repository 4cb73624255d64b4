import assert from "node:assert/strict";
import { CENTRAL, type Role } from "../../lib/accounts/role.ts";
import {
  isFresh,
  isLive,
  newSession,
  sessionLimits,
  slide,
} from "../../lib/accounts/session-rules.ts";

const START = Temporal.Instant.from("2026-11-23T05:00:00Z");
const FACTS = {
  id: "id",
  personId: "karin",
  csrfSecret: "secret",
  factors: ["passkey"],
  device: "Chrome · Linux",
  network: "83.252.x.x",
} as const;
const as = (role: Role) => ({ grants: [{ role, entity: CENTRAL }] });
const session = newSession(FACTS, sessionLimits(as("dispatcher")), START);

Deno.test("a session of the staff lives through 30 minutes of silence and not a moment longer", () => {
  assert.equal(isLive(session, START.add({ minutes: 29, seconds: 59 })), true);
  assert.equal(isLive(session, START.add({ minutes: 30 })), false);
});

Deno.test("a session of the staff is over after eight hours however busy it was", () => {
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

Deno.test("a driver's session lasts a shift with its breaks, a customer's a month of silence and ninety days", () => {
  const driver = newSession(FACTS, sessionLimits(as("driver")), START);
  assert.equal(isLive(driver, START.add({ minutes: 239 })), true);
  assert.equal(isLive(driver, START.add({ minutes: 240 })), false);
  assert.equal(driver.absoluteExpiresAt, "2026-11-23T21:00:00Z");
  const customer = newSession(FACTS, sessionLimits(as("customer")), START);
  assert.equal(isLive(customer, START.add({ hours: 30 * 24 - 1 })), true);
  assert.equal(isLive(customer, START.add({ hours: 30 * 24 })), false);
  assert.equal(customer.absoluteExpiresAt, "2027-02-21T05:00:00Z");
});

Deno.test("who is both customer and staff has the session of the staff", () => {
  const grants = [...as("customer").grants, ...as("auditor").grants, ...as("driver").grants];
  assert.deepEqual(sessionLimits({ grants }), sessionLimits(as("admin")));
});

Deno.test("slide() writes a session of weeks at most once an hour", () => {
  const customer = newSession(FACTS, sessionLimits(as("customer")), START);
  assert.equal(slide(customer, START.add({ minutes: 59 })), null);
  assert.notEqual(slide(customer, START.add({ minutes: 60 })), null);
});

Deno.test("a proof is fresh for ten minutes", () => {
  assert.equal(isFresh(session, START.add({ minutes: 9, seconds: 59 })), true);
  assert.equal(isFresh(session, START.add({ minutes: 10 })), false);
});
