// A person with an account: who it is, how to reach them, and what they are to the company.
import type { Locale } from "../kernel/locale.ts";
import type { Grant } from "./role.ts";

/** A ULID. */
export type PersonId = string;

/** Whether a person may enter. */
export type Standing =
  | { kind: "active" }
  /** Nobody enters as this person until the block is lifted. */
  | { kind: "blocked"; at: string; reason: string };

/** A person. How they prove who they are stands in rows of its own. */
export interface Person {
  id: PersonId;
  name: string;
  /** An address that was shown to be theirs, its domain in small letters; "" when none. */
  email: string;
  /** A number that was shown to be theirs, E.164; "" when none. */
  phone: string;
  locale: Locale;
  grants: readonly Grant[];
  standing: Standing;
  createdAt: string;
  /** How many things have happened to the person. */
  version: number;
}

/** Who changed something about a person: somebody signed in, or whoever runs the server. */
export type PersonActor = { kind: "person"; id: PersonId; name: string } | { kind: "server" };

/** What happened to a person. Grants, blocks and addresses only: no proof of identity is ever in an event. */
export type PersonEvent =
  & { at: string; by: PersonActor }
  & (
    | { type: "joined"; person: Person }
    | { type: "named"; name: string }
    | { type: "reached"; email: string; phone: string }
    | { type: "granted"; grant: Grant }
    | { type: "ungranted"; grant: Grant }
    | { type: "blocked"; reason: string }
    | { type: "unblocked" }
  );
