// Lets somebody join, and changes what is known of a person.
import { DomainError } from "../errors/domain-error.ts";
import { ulid } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import type { Transaction } from "../kv/transaction.ts";
import { addSecurityNotice, type NoticeDeps } from "./account-notice.ts";
import type { Person, PersonActor, PersonId } from "./person.ts";
import { decidePerson, evolvePerson, isStaff, type PersonCommand } from "./person-rules.ts";
import type { PersonStore } from "./person-store.ts";
import type { SessionStore } from "./session-store.ts";

/** What changing people needs. */
export interface PersonDeps extends NoticeDeps {
  db: Database;
  people: PersonStore;
  sessions: Pick<SessionStore, "endAllOf" | "tell">;
}

/** What letting somebody join needs. */
export type JoinDeps = Pick<PersonDeps, "db" | "clock" | "randomBytes" | "people">;

/** Who joins. */
export type NewPerson = Pick<Person, "name" | "email" | "phone" | "locale" | "grants">;

/** Lets somebody join. Throws DomainError("address-taken") when the mail address or the number is somebody's. */
export async function joinPerson(
  deps: JoinDeps,
  input: NewPerson,
  by: PersonActor,
): Promise<Person> {
  const { value } = await commitWithRetry(deps.db, (tx) => addPerson(deps, tx, input, by));
  return value;
}

/** The same, in the commit of something else. */
export async function addPerson(
  deps: JoinDeps,
  tx: Transaction,
  input: NewPerson,
  by: PersonActor | "self",
): Promise<Person> {
  const now = deps.clock.now();
  await assertFree(deps, null, input);
  const id = ulid(now.epochMilliseconds, deps.randomBytes);
  const at = now.toString();
  const person: Person = {
    ...input,
    id,
    version: 1,
    standing: { kind: "active" },
    createdAt: at,
  };
  const admins = await deps.people.admins();
  const actor = by === "self" ? { kind: "person", id, name: person.name } as const : by;
  const event = { at, by: actor, type: "joined", person } as const;
  await deps.people.write(tx, { before: null, after: person, event, admins });
  return person;
}

/**
 * Changes a person. The next request of theirs stands on it, and open streams hear of it at once; a block ends every
 * session. Throws DomainError: person-not-found, address-taken, own-rights, last-admin, too-many-grants.
 */
export async function changePerson(
  deps: PersonDeps,
  input: { id: PersonId; command: PersonCommand },
  by: PersonActor,
): Promise<Person> {
  const { id, command } = input;
  const { value: person, versionstamp } = await commitWithRetry<Person>(deps.db, async (tx) => {
    const before = await deps.people.get(id);
    if (before === null) throw new DomainError("person-not-found");
    const admins = await deps.people.admins();
    const otherAdmins = admins.ids.filter((one) => one !== id).length;
    const at = deps.clock.now().toString();
    const event = decidePerson(before.person, command, { by, at, otherAdmins });
    if (event === null) return new Unwritten(before.person);
    if (command.type === "reach") await assertFree(deps, id, command);
    const after = evolvePerson(before.person, event);
    const why = command.type === "block" ? { why: command.reason } : {};
    tx.audit({ kind: "security", act: `person ${command.type}`, ...why });
    await deps.people.write(tx, { before, after, event, admins });
    if (command.type === "reach") await tellOfReach(deps, tx, before.person, after);
    return after;
  });
  if (versionstamp === null) return person;
  // Rights are read anew by every request; whose sessions could not be of their new kind signs in again.
  if (mustEnterAgain(person, command)) await deps.sessions.endAllOf(id, null);
  else await deps.sessions.tell(id);
  return person;
}

/** A block ends what is open, and so does becoming staff: a customer's session of months is none of an operator. */
function mustEnterAgain(person: Person, { type }: PersonCommand): boolean {
  return type === "block" || (type === "grant" && isStaff(person)) || type === "ungrant";
}

/** Who could be reached before hears of it there too: whoever took the account over cannot hide it. */
async function tellOfReach(
  deps: PersonDeps,
  tx: Transaction,
  before: Person,
  after: Person,
): Promise<void> {
  await addSecurityNotice(deps, tx, after, { what: "reach-changed" });
  const email = before.email === after.email ? "" : before.email;
  const phone = before.phone === after.phone ? "" : before.phone;
  await addSecurityNotice(deps, tx, { ...before, email, phone }, { what: "reach-changed" });
}

async function assertFree(
  { people }: Pick<PersonDeps, "people">,
  id: PersonId | null,
  { email, phone }: Pick<Person, "email" | "phone">,
): Promise<void> {
  for (const [kind, at] of [["email", email], ["phone", phone]] as const) {
    const owner = at === "" ? null : await people.ownerOf(kind, at);
    if (owner !== null && owner !== id) throw new DomainError("address-taken", { field: kind });
  }
}
