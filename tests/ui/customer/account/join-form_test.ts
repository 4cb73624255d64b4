import assert from "node:assert/strict";
import {
  checkReach,
  checkRegistration,
  typedJoin,
} from "../../../../lib/ui/customer/account/join-form.ts";

const form = (fields: Record<string, string>) => typedJoin(new Map(Object.entries(fields)));

Deno.test("an account needs a name and a way to reach somebody, and no password", () => {
  assert.deepEqual(checkRegistration(form({ name: " Maja  A ", reach: "070-174 06 05" }), ""), {
    ok: true,
    value: { reach: { kind: "phone", at: "+46701740605" }, name: "Maja A", password: "" },
  });
  const empty = checkRegistration(form({}), "maja");
  assert.deepEqual(empty.ok ? [] : empty.errors.map(({ field, code }) => [field, code]), [
    ["name", "personNameMissing"],
    ["reach", "reachMissing"],
    ["password", "passwordTooShort"],
  ]);
});

Deno.test("a password made of one's own name or address is none", () => {
  const typed = form({ name: "Maja Andersson", reach: "maja.andersson@avanti.example" });
  const checked = checkRegistration(typed, "maja.andersson@avanti.example");
  assert.deepEqual(checked.ok ? [] : checked.errors.map(({ code }) => code), ["passwordCommon"]);
});

Deno.test("what is shown again is cut, and where a person wanted to go is kept", () => {
  const typed = form({ reach: "x".repeat(400), next: "/account/rides" });
  assert.equal(typed.reach.length, 254);
  assert.equal(typed.next, "/account/rides");
  assert.deepEqual(checkReach(typed), {
    ok: false,
    errors: [{ field: "reach", code: "emailNoAt" }],
  });
});
