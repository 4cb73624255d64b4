import assert from "node:assert/strict";
import {
  breachNotification,
  NOTIFICATION_FIELDS,
} from "../../lib/compliance/breach-notification.ts";
import { evolveBreach } from "../../lib/compliance/breach-rules.ts";
import type { BreachEvent, BreachFacts } from "../../lib/compliance/breach.ts";
import { BARE_BREACH, HANNA, WHOLE_BREACH } from "../support/breaches.ts";

const CONTROLLER = {
  ...{ name: "Taxi AB", organisationNumber: "556000-0001", address: "Gatan 1" },
  ...{ contact: "Dan", email: "dan@taxi.example", phone: "+46701740605" },
};
const AT = "2026-11-23T06:00:00Z";
const NOW_MS = Date.parse(AT);
const registered = (facts: BreachFacts): BreachEvent => ({
  ...{ type: "registered", id: "B1", facts, at: AT, by: HANNA },
});

Deno.test("every field of the form is filled once everything is known and decided", () => {
  const told = { type: "people-told", on: "2026-11-23", how: "sms", at: AT, by: HANNA } as const;
  const breach = evolveBreach(evolveBreach(null, registered(WHOLE_BREACH)), told);
  const fields = breachNotification(breach, CONTROLLER, NOW_MS);
  assert.deepEqual(fields.map(({ field }) => field), [...NOTIFICATION_FIELDS]);
  assert.deepEqual(fields.filter(({ isMissing }) => isMissing), []);
  const empty = fields.filter(({ value }) => value === "").map(({ field }) => field);
  // Those that others of them leave without a question.
  assert.deepEqual(empty, ["late", "informLaterOn", "notInformedWhy"]);
});

Deno.test("what is not known yet is named, field by field", () => {
  const fields = breachNotification(evolveBreach(null, registered(BARE_BREACH)), null, NOW_MS);
  assert.deepEqual(fields.filter(({ isMissing }) => isMissing).map(({ field }) => field), [
    ...["controller", "address", "contact", "contactEmail", "contactPhone", "began", "discovery"],
    ...["course", "kinds", "cause", "groups", "people", "dataTypes", "entries", "consequences"],
    ...["severity", "measures", "informed"],
  ]);
});

Deno.test("after 72 hours the reason for the delay is asked for, and stands in its field once it is given", () => {
  const breach = evolveBreach(null, registered(WHOLE_BREACH));
  const lateMs = Date.parse("2026-11-26T05:00:01Z");
  const lateOf = (one: typeof breach) =>
    breachNotification(one, CONTROLLER, lateMs).find(({ field }) => field === "late");
  assert.deepEqual(lateOf(breach), { field: "late", value: "", isMissing: true });
  const told = { type: "authority-told", reference: "", late: "helg", at: AT, by: HANNA } as const;
  assert.deepEqual(lateOf(evolveBreach(breach, told)), {
    ...{ field: "late", value: "helg", isMissing: false },
  });
});
