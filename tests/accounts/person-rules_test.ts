import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import type { Person, PersonActor } from "../../lib/accounts/person.ts";
import {
  decidePerson,
  evolvePerson,
  isAdmin,
  isStaff,
  leadingRole,
  MAX_GRANTS,
  needsSecondFactor,
  type PersonCommand,
  staffRoles,
} from "../../lib/accounts/person-rules.ts";
import { CENTRAL, type Role, ROLES } from "../../lib/accounts/role.ts";

const AT = "2026-11-23T05:00:00Z";
const at = (role: Role, entity = CENTRAL) => ({ role, entity });
const KARIN: Person = {
  id: "karin",
  name: "Karin",
  email: "karin@avanti.example",
  phone: "",
  locale: "sv",
  grants: [at("dispatcher")],
  standing: { kind: "active" },
  createdAt: AT,
  version: 1,
};
const AMIR: PersonActor = { kind: "person", id: "amir", name: "Amir" };

const decide = (
  command: PersonCommand,
  { person = KARIN, by = AMIR, otherAdmins = 1 }: {
    person?: Person;
    by?: PersonActor;
    otherAdmins?: number;
  } = {},
) => {
  const event = decidePerson(person, command, { by, at: AT, otherAdmins });
  return event === null ? null : evolvePerson(person, event);
};
const refusedWith = (code: string) => (error: unknown) =>
  error instanceof DomainError && error.code === code;

Deno.test("a person is renamed, reached, granted, ungranted, blocked and let in again, one version each", () => {
  const steps: [PersonCommand, Partial<Person>][] = [
    [{ type: "rename", name: "Karin Lind" }, { name: "Karin Lind" }],
    [{ type: "reach", email: "k@lind.example", phone: "+46701234567" }, {
      email: "k@lind.example",
      phone: "+46701234567",
    }],
    [{ type: "grant", grant: at("auditor", "H1") }, {
      grants: [at("dispatcher"), at("auditor", "H1")],
    }],
    [{ type: "ungrant", grant: at("dispatcher") }, { grants: [at("auditor", "H1")] }],
    [{ type: "block", reason: "quit" }, { standing: { kind: "blocked", at: AT, reason: "quit" } }],
    [{ type: "unblock" }, { standing: { kind: "active" } }],
  ];
  let person = KARIN;
  for (const [command, changed] of steps) {
    const after = decide(command, { person });
    assert.deepEqual(after, { ...person, ...changed, version: person.version + 1 });
    assert(after !== null);
    assert.equal(decide(command, { person: after }), null, `${command.type} twice is nothing new`);
    person = after;
  }
});

Deno.test("nobody changes what they themselves may do, but everybody their own name", () => {
  const by: PersonActor = { kind: "person", id: KARIN.id, name: KARIN.name };
  const commands: PersonCommand[] = [
    { type: "grant", grant: at("admin") },
    { type: "ungrant", grant: at("dispatcher") },
    { type: "block", reason: "" },
    { type: "unblock" },
  ];
  for (const command of commands) {
    assert.throws(() => decide(command, { by }), refusedWith("own-rights"), command.type);
  }
  assert.equal(decide({ type: "rename", name: "K" }, { by })?.name, "K");
});

Deno.test("the last admin is neither blocked nor loses the role; whoever runs the server is bound by it too", () => {
  const admin: Person = { ...KARIN, grants: [at("admin"), at("auditor")] };
  for (const by of [AMIR, { kind: "server" } as const]) {
    for (
      const command of [
        { type: "ungrant", grant: at("admin") },
        { type: "block", reason: "" },
      ] as const
    ) {
      const given = { person: admin, by };
      assert.throws(
        () => decide(command, { ...given, otherAdmins: 0 }),
        refusedWith("last-admin"),
      );
      assert.notEqual(decide(command, { ...given, otherAdmins: 1 }), null);
    }
  }
  assert.notEqual(
    decide({ type: "ungrant", grant: at("auditor") }, { person: admin, otherAdmins: 0 }),
    null,
  );
});

Deno.test("an admin of a permit holder is none of the central", () => {
  const person: Person = { ...KARIN, grants: [at("admin", "H1")] };
  assert.equal(isAdmin(person), false);
  assert.equal(isAdmin({ ...KARIN, grants: [at("admin")] }), true);
  const standing = { kind: "blocked", at: AT, reason: "" } as const;
  assert.equal(isAdmin({ ...KARIN, grants: [at("admin")], standing }), false);
});

Deno.test("a person has a bounded number of grants", () => {
  const grants = Array.from({ length: MAX_GRANTS }, (_, i) => at("auditor", `H${i}`));
  const person: Person = { ...KARIN, grants };
  const one: PersonCommand = { type: "grant", grant: at("admin") };
  assert.throws(() => decide(one, { person }), refusedWith("too-many-grants"));
});

Deno.test("who sees what others booked needs a second factor; a customer may do without", () => {
  const needing = ROLES.filter((role) => needsSecondFactor({ grants: [at(role)] }));
  assert.deepEqual(needing, ROLES.filter((role) => role !== "customer"));
  assert.deepEqual(ROLES.filter((role) => !isStaff({ grants: [at(role)] })), [
    "customer",
    "driver",
  ]);
});

Deno.test("the role that says most stands beside the name", () => {
  const roles = (...all: Role[]) => ({ grants: all.map((role) => at(role)) });
  assert.equal(leadingRole(roles("customer", "auditor", "admin")), "admin");
  assert.equal(leadingRole(roles("driver", "customer")), "driver");
  assert.equal(leadingRole(roles()), "customer");
  assert.deepEqual(staffRoles(roles("auditor", "customer", "dispatcher")), [
    "dispatcher",
    "auditor",
  ]);
});
