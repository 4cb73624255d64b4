// Signs somebody in with a one-time link: using the link and making the session are one commit.
import { DomainError } from "../errors/domain-error.ts";
import { tokenHash } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Transaction } from "../kv/transaction.ts";
import { beginSession, type BegunSession, type Origin } from "./begin-session.ts";
import { addPerson } from "./change-person.ts";
import { addDriverAccount } from "./driver-account.ts";
import type { EntryLink, LinkState } from "./entry-link.ts";
import { claimLink, type LinkDeps } from "./one-time-link.ts";
import type { Person } from "./person.ts";
import type { PersonStore } from "./person-store.ts";
import { CENTRAL } from "./role.ts";
import type { Factor } from "./session.ts";
import type { ServerKeeper } from "./server-keeper.ts";
import type { SessionStore } from "./session-store.ts";

/** A sign-in, or why the link did not work. */
export type LinkAnswer =
  | { ok: true; begun: BegunSession }
  | { ok: false; reason: Exclude<LinkState, "usable"> };

/** What signing in by a link needs. */
export type LinkSignInDeps = LinkDeps & {
  people: PersonStore;
  sessions: SessionStore;
  log: Logger;
};

/**
 * Uses the link's token once. A session the browser had before (`formerSessionId`) ends, so no id that existed before
 * the sign-in is worth anything after it. Refusals are logged: many of them are somebody guessing. Throws
 * DomainError("address-taken") when a new admin names an address of somebody who is none.
 */
export async function signInByLink(
  deps: LinkSignInDeps,
  input: {
    token: string;
    formerSessionId: string | null;
    origin: Origin;
    keeper: ServerKeeper | null;
  },
): Promise<LinkAnswer> {
  const linkHash = tokenHash(input.token);
  const { value } = await commitWithRetry<LinkAnswer>(deps.db, async (tx) => {
    const found = await claimLink(deps, tx, linkHash);
    if (found.state !== "usable") return new Unwritten({ ok: false, reason: found.state });
    const { link } = found;
    // It sets a password first, on a page of its own.
    if (link.purpose === "recovery") return new Unwritten({ ok: false, reason: "unknown" });
    const person = await personOf(deps, tx, link, input.keeper);
    if (person === null) return new Unwritten({ ok: false, reason: "unknown" });
    const factors = [FACTOR_OF[link.purpose]];
    const begun = await beginSession(deps, tx, person, { factors, origin: input.origin });
    return { ok: true, begun };
  });
  if (value.ok) deps.log.info("somebody signed in", { id: value.begun.person.id });
  else deps.log.warn("sign-in refused", { code: value.reason });
  if (value.ok && input.formerSessionId !== null) await deps.sessions.end(input.formerSessionId);
  return value;
}

const FACTOR_OF: Readonly<Record<Exclude<EntryLink["purpose"], "recovery">, Factor>> = {
  server: "server-link",
  demo: "demo-link",
  invitation: "invitation",
};

/** Whom the link lets in; null when the person is gone or blocked. */
async function personOf(
  deps: LinkSignInDeps,
  tx: Transaction,
  link: EntryLink,
  keeper: ServerKeeper | null,
): Promise<Person | null> {
  if (link.personId !== null) return await activePerson(deps, link.personId);
  if (link.invited !== null) {
    const { by, driverId, ...invited } = link.invited;
    const person = await addPerson(deps, tx, { ...invited, phone: "" }, by);
    if (driverId !== undefined) {
      await addDriverAccount(deps, tx, { personId: person.id, driverId });
    }
    return person;
  }
  if (keeper === null) return null;
  const owner = await deps.people.ownerOf("email", keeper.email);
  if (owner === null) {
    const grants = [{ role: "admin", entity: CENTRAL }] as const;
    return await addPerson(deps, tx, { ...keeper, phone: "", grants }, { kind: "server" });
  }
  // An admin who lost every other way in comes back as themselves; nobody becomes one by naming an address.
  const known = await activePerson(deps, owner);
  const isAdmin = known?.grants.some(({ role, entity }) => role === "admin" && entity === CENTRAL);
  if (!isAdmin) throw new DomainError("address-taken", { field: "email" });
  return known;
}

async function activePerson({ people }: LinkSignInDeps, id: string): Promise<Person | null> {
  const person = (await people.get(id))?.person ?? null;
  return person?.standing.kind === "active" ? person : null;
}
