// Begins a session of a person who has shown who they are: every way in ends here.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, secretToken, tokenHash } from "../kernel/ids.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Person } from "./person.ts";
import type { Factor, Session, SignedInPerson } from "./session.ts";
import { newSession, sessionLimits } from "./session-rules.ts";
import type { SessionStore } from "./session-store.ts";

/** Where somebody comes from, as far as they are told again later. */
export interface Origin {
  /** `Chrome · Android`. */
  device: string;
  /** `83.252.x.x`. */
  network: string;
}

/** Nothing is known of where somebody comes from. */
export const UNKNOWN_ORIGIN: Origin = { device: "", network: "" };

/** A session and the secret that names it; the secret goes into the cookie and nowhere else. */
export interface BegunSession extends SignedInPerson {
  secret: string;
}

/** What beginning a session needs. */
export interface BeginDeps {
  clock: Clock;
  randomBytes: RandomBytes;
  sessions: Pick<SessionStore, "add">;
}

/** Adds a session of `person` to a commit. The person must be active: whoever calls has looked. */
export async function beginSession(
  deps: BeginDeps,
  tx: Transaction,
  person: Person,
  how: { factors: readonly Factor[]; origin: Origin },
): Promise<BegunSession> {
  const secret = secretToken(deps.randomBytes);
  const session: Session = newSession(
    {
      id: tokenHash(secret),
      personId: person.id,
      csrfSecret: secretToken(deps.randomBytes),
      factors: how.factors,
      ...how.origin,
    },
    sessionLimits(person),
    deps.clock.now(),
  );
  await deps.sessions.add(tx, session);
  return { secret, session, person };
}
