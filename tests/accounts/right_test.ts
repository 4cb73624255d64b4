import assert from "node:assert/strict";
import { mayDo, type Right, RIGHTS, rightsOf, rolesWith } from "../../lib/accounts/right.ts";
import { CENTRAL, type Role, ROLES } from "../../lib/accounts/role.ts";

/** Who may do what, written down a second time: whoever changes it says so twice. */
const PROMISED: Readonly<Record<Right, readonly Role[]>> = {
  "see-day": ["dispatcher", "admin", "accountant", "data-protection-officer", "auditor"],
  "dispatch": ["dispatcher", "admin"],
  "export-day": ["dispatcher", "admin", "accountant", "data-protection-officer"],
  "see-setup": ["dispatcher", "admin", "accountant", "data-protection-officer", "auditor"],
  "edit-setup": ["admin"],
  "see-tariffs": ["dispatcher", "admin", "accountant", "data-protection-officer", "auditor"],
  "draft-tariffs": ["admin"],
  "review-tariffs": ["admin", "accountant"],
  "publish-tariffs": ["admin"],
  "see-messages": ["dispatcher", "admin", "accountant", "data-protection-officer", "auditor"],
  "send-messages": ["dispatcher", "admin"],
  "see-faults": ["dispatcher", "admin", "data-protection-officer", "auditor"],
  "mend-faults": ["dispatcher", "admin"],
  "see-webhooks": ["admin", "data-protection-officer", "auditor"],
  "manage-webhooks": ["admin"],
  "see-data-requests": ["admin", "data-protection-officer", "auditor"],
  "handle-data-requests": ["admin", "data-protection-officer"],
  "veil-identities": ["dispatcher", "admin", "data-protection-officer"],
  "unveil-identities": ["admin", "data-protection-officer"],
  "extract-register": ["data-protection-officer"],
  "see-staff": ["admin", "data-protection-officer", "auditor"],
  "manage-staff": ["admin"],
  "see-compliance": ["admin", "data-protection-officer", "auditor"],
  "read-audit": ["admin", "data-protection-officer", "auditor"],
  "handle-breaches": ["admin", "data-protection-officer"],
  "see-books": ["admin", "accountant", "data-protection-officer", "auditor"],
  "close-books": ["admin", "accountant"],
  "give-back": ["dispatcher", "admin", "accountant"],
};

Deno.test("each right belongs to the roles that are written here", () => {
  for (const right of RIGHTS) assert.deepEqual(rolesWith(right), PROMISED[right], right);
});

Deno.test("an auditor changes nothing, and customers and drivers see nothing of the operators' pages", () => {
  const changing: Right[] = ["dispatch", "edit-setup", "draft-tariffs", "review-tariffs"];
  for (
    const right of [
      ...changing,
      "publish-tariffs",
      ...["send-messages", "manage-webhooks", "handle-breaches"] as const,
      ...["veil-identities", "unveil-identities", "extract-register"] as const,
      "mend-faults",
      "manage-staff",
    ] as const
  ) {
    assert.equal(rolesWith(right).includes("auditor"), false);
  }
  for (const role of ["customer", "driver"] as const) {
    assert.deepEqual(rightsOf([{ role, entity: CENTRAL }]), []);
  }
});

Deno.test("what holds at a permit holder holds there alone, what holds at the central everywhere", () => {
  for (const role of ROLES) {
    for (const right of RIGHTS) {
      const gives = PROMISED[right].includes(role);
      const own = [{ role, entity: "H1" }];
      assert.equal(mayDo(own, right, "H1"), gives);
      assert.equal(mayDo(own, right, "H2"), false);
      assert.equal(mayDo(own, right, CENTRAL), false);
      assert.equal(mayDo([{ role, entity: CENTRAL }], right, "H2"), gives);
    }
  }
});
