import assert from "node:assert/strict";
import { homeOf } from "../../lib/accounts/person-home.ts";
import { SECURITY_ACTS } from "../../lib/accounts/security-act.ts";
import type { Factor } from "../../lib/accounts/session.ts";
import { newSession, sessionLimits } from "../../lib/accounts/session-rules.ts";
import type { Person } from "../../lib/accounts/person.ts";
import { CENTRAL, type Role } from "../../lib/accounts/role.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { minutesToWait } from "../../lib/http/minutes-to-wait.ts";

const NOW = Temporal.Instant.from("2026-11-23T05:00:00Z");

function signedIn(role: Role, factors: readonly Factor[]) {
  const person: Person = {
    id: "p",
    name: "Karin",
    email: "",
    phone: "",
    locale: "sv",
    grants: [{ role, entity: CENTRAL }],
    standing: { kind: "active" },
    createdAt: NOW.toString(),
    version: 1,
  };
  const facts = { id: "s", personId: "p", csrfSecret: "c", device: "", network: "", factors };
  return { person, session: newSession(facts, sessionLimits(person), NOW) };
}

Deno.test("operators go to the day, staff without a second factor to where they add one, customers to their rides", () => {
  assert.equal(homeOf(signedIn("auditor", ["password", "authenticator"])), "/admin");
  assert.equal(homeOf(signedIn("auditor", ["password"])), "/account/security");
  assert.equal(homeOf(signedIn("customer", ["password"])), "/account/rides");
});

Deno.test("what would lock somebody out, or somebody else in, asks again who it is", () => {
  const free = SECURITY_ACTS.filter(({ needsFreshProof }) => !needsFreshProof);
  assert.deepEqual(free.map(({ name }) => name), ["passkey-rename", "end-session", "end-others"]);
});

Deno.test("who tried too often is told in minutes, and a program in seconds; other failures go on", () => {
  const error = new DomainError("too-many-tries", { retryAfterSeconds: 61 });
  assert.deepEqual(minutesToWait(error), {
    minutes: 2,
    init: { status: 429, headers: { "retry-after": "61" } },
  });
  const other = new DomainError("busy");
  assert.throws(() => minutesToWait(other), (thrown) => thrown === other);
});
