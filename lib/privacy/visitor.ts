// Who stands before their own data: a person who is signed in, or a guest who has shown a number or an address.
import type { ProvenReach } from "../accounts/guest-proof.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import { FRESH_MINUTES, isFresh } from "../accounts/session-rules.ts";
import type { SignedInPerson } from "../accounts/session.ts";
import type { Clock } from "../kernel/clock.ts";
import type { ConsentSurface } from "./consent.ts";
import type { IdentityProof } from "./data-request.ts";
import type { RequestSubject } from "./request-subject.ts";

/** The visitor. */
export interface Visitor {
  subject: RequestSubject;
  /** Under which their rows are found: the first is that of new ones. */
  marks: readonly string[];
  /** True when they have shown just now who they are: a stolen session or cookie alone has not. */
  isFresh: boolean;
  identity: IdentityProof;
  surface: ConsentSurface;
}

/** What finding out needs. */
export interface VisitorDeps {
  clock: Clock;
  reachKey: CryptoKey;
}

/** A person with an account, who owns also what is under their number and address. */
export async function visitorOfPerson(
  { clock, reachKey }: VisitorDeps,
  { person, session }: SignedInPerson,
): Promise<Visitor> {
  const marks = [await reachMark(reachKey, "person", person.id)];
  for (const kind of ["phone", "email"] as const) {
    if (person[kind] !== "") marks.push(await reachMark(reachKey, kind, person[kind]));
  }
  return {
    subject: { kind: "person", personId: person.id },
    marks,
    isFresh: isFresh(session, clock.now()),
    ...{ identity: "fresh-proof", surface: "account" } as const,
  };
}

/** A guest. */
export async function visitorOfGuest(
  { clock, reachKey }: VisitorDeps,
  { reach, provenAt }: ProvenReach,
): Promise<Visitor> {
  const until = Temporal.Instant.from(provenAt).add({ minutes: FRESH_MINUTES });
  return {
    subject: { kind: "guest", reach },
    marks: [await reachMark(reachKey, reach.kind, reach.at)],
    isFresh: Temporal.Instant.compare(clock.now(), until) < 0,
    ...{ identity: "guest-code", surface: "guest" } as const,
  };
}
