import assert from "node:assert/strict";
import {
  canBeReached,
  isPending,
  mayEnterBy,
} from "../../../lib/accounts/identity/identity-rules.ts";
import { CENTRAL, type Grant } from "../../../lib/accounts/role.ts";

const customer: Grant = { role: "customer", entity: CENTRAL };
const dispatcher: Grant = { role: "dispatcher", entity: CENTRAL };
const driver: Grant = { role: "driver", entity: "akeri-1" };
const other: Grant = { role: "driver", entity: "akeri-2" };

Deno.test("an issuer signs in whoever works at its entity, and opens no other", () => {
  const may = (entity: string, ...grants: Grant[]) => mayEnterBy({ grants }, entity);
  assert.equal(may("akeri-1", driver), true);
  assert.equal(may("akeri-1", driver, customer), true);
  assert.equal(may("akeri-1", other), false);
  assert.equal(may("akeri-1", driver, other), false);
  assert.equal(may("akeri-1", driver, dispatcher), false, "it would open the central's pages");
  assert.equal(may(CENTRAL, dispatcher), true);
  assert.equal(may(CENTRAL, dispatcher, driver), true);
  assert.equal(may(CENTRAL, driver), false);
  assert.equal(may(CENTRAL, customer), false);
  assert.equal(may("akeri-1"), false);
});

Deno.test("whoever has an address or a number can be reached", () => {
  assert.equal(canBeReached({ email: "", phone: "" }), false);
  assert.equal(canBeReached({ email: "a@mejl.example", phone: "" }), true);
  assert.equal(canBeReached({ email: "", phone: "+46701234567" }), true);
});

Deno.test("what waits is over at its instant", () => {
  const expiresAt = "2026-11-23T05:10:00Z";
  assert.equal(isPending({ expiresAt }, Temporal.Instant.from("2026-11-23T05:09:59Z")), true);
  assert.equal(isPending({ expiresAt }, Temporal.Instant.from(expiresAt)), false);
});
