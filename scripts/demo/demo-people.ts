// People of the demo, one of each role of the operators' pages. Their addresses lead nowhere (RFC 2606).
import { joinPerson, type PersonDeps } from "../../lib/accounts/change-person.ts";
import type { Person } from "../../lib/accounts/person.ts";
import { CENTRAL, type StaffRole } from "../../lib/accounts/role.ts";

const DEMO_PEOPLE: readonly { name: string; email: string; role: StaffRole }[] = [
  { name: "Amir Haddad", email: "amir@avanti.example", role: "admin" },
  { name: "Karin Lind", email: "karin@avanti.example", role: "dispatcher" },
  { name: "Elsa Norén", email: "elsa@avanti.example", role: "accountant" },
  { name: "Jonas Wik", email: "jonas@avanti.example", role: "data-protection-officer" },
  { name: "Birgitta Ek", email: "birgitta@avanti.example", role: "auditor" },
];

/** The people of the demo; those who are not there yet join. Local mode alone may call this. */
export async function demoPeople(deps: Omit<PersonDeps, "sessions">): Promise<Person[]> {
  const people: Person[] = [];
  for (const { name, email, role } of DEMO_PEOPLE) {
    const known = await deps.people.ownerOf("email", email);
    const stored = known === null ? null : await deps.people.get(known);
    people.push(stored?.person ?? await joinDemo(deps, { name, email, role }));
  }
  return people;
}

async function joinDemo(
  deps: Omit<PersonDeps, "sessions">,
  { name, email, role }: typeof DEMO_PEOPLE[number],
): Promise<Person> {
  const grants = [{ role, entity: CENTRAL }];
  const person = { name, email, phone: "", locale: "sv", grants } as const;
  return await joinPerson(deps, person, { kind: "server" });
}
