// What a person sees of how they sign in.
import { readEntry } from "../kv/read.ts";
import type { Database } from "../kv/open.ts";
import { accountKeys } from "./keys.ts";
import { isStrong } from "./credentials.ts";
import { MIN_PASSWORD_ALONE, MIN_PASSWORD_WITH_FACTOR } from "./password-rules.ts";
import type { Passkey } from "./passkey.ts";
import { passkeysOf } from "./passkey-store.ts";
import { isStaff, leadingRole, needsSecondFactor } from "./person-rules.ts";
import { RECOVERY_CODES } from "./recovery-codes.ts";
import type { Role } from "./role.ts";
import type { SignedInPerson } from "./session.ts";
import type { SessionStore } from "./session-store.ts";
import { readSecondFactors } from "./sign-in-by-password.ts";

/** A session among a person's own. */
export interface ShownSession {
  id: string;
  device: string;
  network: string;
  createdAt: string;
  isThis: boolean;
}

/** A passkey among a person's own. */
export type ShownPasskey = Pick<Passkey, "id" | "name" | "createdAt" | "lastUsedAt">;

/** What the page shows. */
export interface SecurityView {
  name: string;
  email: string;
  /** E.164; "" when none. */
  phone: string;
  role: Role;
  isStaff: boolean;
  /** True while the pages of operators or drivers wait for a second factor. */
  lacksFactor: boolean;
  needsFactor: boolean;
  /** When the password was set, or null without one. */
  passwordSince: string | null;
  minPassword: number;
  /** Since when an app is in use, or null without one. */
  appSince: string | null;
  codes: { left: number; of: number } | null;
  passkeys: ShownPasskey[];
  sessions: ShownSession[];
}

/** Reads it. */
export async function securityView(
  deps: { db: Database; sessions: Pick<SessionStore, "of"> },
  signedIn: SignedInPerson,
): Promise<SecurityView> {
  const { person, session } = signedIn;
  const [{ value: password }, { authenticator, recovery }, sessions, passkeys] = await Promise.all([
    readEntry(deps.db.read, accountKeys.password(person.id)),
    readSecondFactors(deps, person.id),
    deps.sessions.of(person.id),
    passkeysOf(deps, person.id),
  ]);
  const left = recovery?.codes.filter(({ usedAt }) => usedAt === null).length ?? 0;
  const hasFactor = needsSecondFactor(person) || authenticator !== null;
  return {
    name: person.name,
    email: person.email,
    phone: person.phone,
    role: leadingRole(person),
    isStaff: isStaff(person),
    lacksFactor: needsSecondFactor(person) && !isStrong(session.proof.factors),
    needsFactor: needsSecondFactor(person),
    passwordSince: password?.changedAt ?? null,
    minPassword: hasFactor ? MIN_PASSWORD_WITH_FACTOR : MIN_PASSWORD_ALONE,
    appSince: authenticator?.confirmedAt ?? null,
    codes: recovery === null ? null : { left, of: RECOVERY_CODES },
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
      { id, name, createdAt, lastUsedAt }
    )),
    sessions: sessions.map(({ id, device, network, createdAt }) => (
      { id, device, network, createdAt, isThis: id === session.id }
    )),
  };
}
