// What stored people, sessions and one-time links look like.
import {
  all,
  byTag,
  instant,
  listOf,
  number,
  orMissing,
  orNull,
  record,
  type Shape,
  text,
  word,
} from "../kernel/shape.ts";
import { LOCALES } from "../kernel/locale.ts";
import type { EntryLink, Invited } from "./entry-link.ts";
import { LINK_PURPOSES } from "./entry-link.ts";
import type { Person, PersonEvent, Standing } from "./person.ts";
import { type Grant, ROLES } from "./role.ts";
import { FACTORS, type Proof, type Session } from "./session.ts";

const grant = record<Grant>({ role: word(ROLES), entity: text });

const standing = byTag<Standing["kind"]>("kind", {
  active: record<{ kind: string }>({ kind: text }),
  blocked: record<Extract<Standing, { kind: "blocked" }>>({
    kind: text,
    at: instant,
    reason: text,
  }),
});

/** A person. */
export const personShape = record<Person>({
  id: text,
  name: text,
  email: text,
  phone: text,
  locale: word(LOCALES),
  grants: listOf(grant),
  standing,
  createdAt: instant,
  version: number,
});

const actor = byTag("kind", {
  person: record<{ id: string; name: string }>({ id: text, name: text }),
  server: record<{ kind: string }>({ kind: text }),
});

const given = record<{ grant: Grant }>({ grant });

/** Something that happened to a person. */
export const personEventShape: Shape = all(
  record<Pick<PersonEvent, "at" | "by">>({ at: instant, by: actor }),
  byTag<PersonEvent["type"]>("type", {
    joined: record<{ person: Person }>({ person: personShape }),
    named: record<{ name: string }>({ name: text }),
    reached: record<{ email: string; phone: string }>({ email: text, phone: text }),
    granted: given,
    ungranted: given,
    blocked: record<{ reason: string }>({ reason: text }),
    unblocked: record<{ type: string }>({ type: text }),
  }),
);

/** A session. */
export const sessionShape = record<Session>({
  id: text,
  personId: text,
  proof: record<Proof>({ factors: listOf(word(FACTORS)), at: instant }),
  createdAt: instant,
  idleMinutes: number,
  idleExpiresAt: instant,
  absoluteExpiresAt: instant,
  csrfSecret: text,
  device: text,
  network: text,
});

/** A one-time link. */
export const linkShape = record<EntryLink>({
  personId: orNull(text),
  invited: orNull(
    record<Invited>({
      name: text,
      email: text,
      locale: word(LOCALES),
      grants: listOf(grant),
      driverId: orMissing(text),
      by: actor,
    }),
  ),
  purpose: word(LINK_PURPOSES),
  expiresAt: instant,
  usedAt: orNull(instant),
});
