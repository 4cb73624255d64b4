// What of people, their sessions and their ways in is sealed. Who it is of stands in the row by id, or by the address itself.
import type { Sealed, SubjectName } from "../kv/family.ts";
import { ERASED_TEXT } from "../security/sealed-text.ts";
import type { Authenticator } from "./credentials.ts";
import type { EntryLink } from "./entry-link.ts";
import type { Identity, PendingIdentity } from "./identity/identity.ts";
import type { OwnPlaces } from "./own-place.ts";
import type { Passkey } from "./passkey.ts";
import type { Person, PersonEvent } from "./person.ts";
import type { Session } from "./session.ts";

const personFacts = { name: "", email: "", phone: "", "standing.reason": "" };
const eventFacts = {
  ...{ name: "", email: "", phone: "", reason: "", "by.name": "" },
  ...Object.fromEntries(Object.entries(personFacts).map(([name, of]) => [`person.${name}`, of])),
};
const sessionFacts = { csrfSecret: "", device: "", network: "" };
const linkFacts = { "invited.name": "", "invited.email": "", "invited.by.name": "" };

function personOf(at: string): SubjectName {
  return { kind: "person", at };
}

/** The part of a key that names the person. */
function personInKey(_row: unknown, [, id]: Deno.KvKey): SubjectName {
  return personOf(String(id));
}

/** Of a person. */
export const person: Sealed<Person> = {
  fields: Object.keys(personFacts),
  subject: ({ id }) => personOf(id),
  erased: personFacts,
};

/** Of what happened to a person. */
export const personEvent: Sealed<PersonEvent> = {
  fields: Object.keys(eventFacts),
  subject: personInKey,
  erased: eventFacts,
};

/** Of a session: its secret, and what shows from where it is used. */
export const session: Sealed<Session> = {
  fields: Object.keys(sessionFacts),
  subject: ({ personId }) => personOf(personId),
  erased: sessionFacts,
};

/** Of an authenticator app; its secret is sealed by the room already, and goes with the person now. */
export const authenticator: Sealed<Authenticator> = {
  fields: ["secret"],
  subject: personInKey,
  erased: { secret: ERASED_TEXT },
};

/** Of a passkey: by what its person knows it. */
export const passkey: Sealed<Passkey> = {
  fields: ["name"],
  subject: ({ personId }) => personOf(personId),
  erased: { name: "" },
};

/** Of the places a person keeps. */
export const ownPlaces: Sealed<OwnPlaces> = {
  fields: ["sealed"],
  subject: personInKey,
  erased: { sealed: ERASED_TEXT },
};

/** Of an identity: the address it was linked with. */
export const identity: Sealed<Identity> = {
  fields: ["address"],
  subject: ({ personId }) => personOf(personId),
  erased: { address: "" },
};

/** Of an identity that waits: its person is not known yet. */
export const pending: Sealed<PendingIdentity> = {
  fields: ["address"],
  subject: ({ address }) => address === "" ? null : { kind: "email", at: address },
  erased: { address: "" },
};

/** Of a link: who is invited, and by whom. */
export const link: Sealed<EntryLink> = {
  fields: Object.keys(linkFacts),
  subject: ({ invited }) => {
    const email = invited?.email ?? "";
    return email === "" ? null : { kind: "email", at: email };
  },
  erased: linkFacts,
};
