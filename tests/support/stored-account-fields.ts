// Every field of what is stored of people, with the version that brought it.
import type {
  Authenticator,
  HalfwaySignIn,
  RecoveryCodes,
} from "../../lib/accounts/credentials.ts";
import type { StoredPassword } from "../../lib/accounts/password.ts";
import type { EntryLink } from "../../lib/accounts/entry-link.ts";
import type { OwnSession } from "../../lib/accounts/session.ts";
import type { GuestProof, SentCode } from "../../lib/accounts/sent-code.ts";
import type {
  Identity,
  PendingIdentity,
  SignInFlow,
} from "../../lib/accounts/identity/identity.ts";
import type { OwnPlaces } from "../../lib/accounts/own-place.ts";
import type { Passkey, PasskeyChallenge } from "../../lib/accounts/passkey.ts";
import type { Person, PersonEvent } from "../../lib/accounts/person.ts";
import type { Session } from "../../lib/accounts/session.ts";
import type { Fields } from "./stored-fields.ts";

/** A person. */
export const PERSON_FIELDS: Fields<Person> = {
  id: 1,
  name: 1,
  email: 1,
  phone: 1,
  locale: 1,
  grants: 1,
  standing: 1,
  createdAt: 1,
  version: 1,
};

/** What happened to a person; each kind has fields of its own. */
export const PERSON_EVENT_FIELDS: Fields<Pick<PersonEvent, "at" | "by" | "type">> = {
  at: 1,
  by: 1,
  type: 1,
};

/** A session. */
export const SESSION_FIELDS: Fields<Session> = {
  id: 1,
  personId: 1,
  proof: 1,
  createdAt: 1,
  idleMinutes: 1,
  idleExpiresAt: 1,
  absoluteExpiresAt: 1,
  csrfSecret: 1,
  device: 1,
  network: 1,
};

/** A session among those of its person. */
export const OWN_SESSION_FIELDS: Fields<OwnSession> = { absoluteExpiresAt: 1 };

/** A one-time link. */
export const LINK_FIELDS: Fields<EntryLink> = {
  personId: 1,
  invited: 1,
  purpose: 1,
  expiresAt: 1,
  usedAt: 1,
};

/** A password. */
export const PASSWORD_FIELDS: Fields<StoredPassword> = {
  algorithm: 1,
  iterations: 1,
  salt: 1,
  hash: 1,
  changedAt: 1,
};

/** An authenticator app. */
export const AUTHENTICATOR_FIELDS: Fields<Authenticator> = {
  secret: 1,
  confirmedAt: 1,
  lastStep: 1,
};

/** Recovery codes. */
export const RECOVERY_CODES_FIELDS: Fields<RecoveryCodes> = { codes: 1, madeAt: 1 };

/** A sign-in between its factors. */
export const HALFWAY_FIELDS: Fields<HalfwaySignIn> = { personId: 1, factors: 1, expiresAt: 1 };

/** A code that was sent. */
export const SENT_CODE_FIELDS: Fields<SentCode> = {
  purpose: 1,
  personId: 1,
  sealed: 1,
  password: 1,
  mark: 1,
  guesses: 1,
  expiresAt: 1,
};

/** What a guest has shown. */
export const GUEST_PROOF_FIELDS: Fields<GuestProof> = { kind: 1, sealed: 1, expiresAt: 1 };

/** A way in by somebody else. */
export const IDENTITY_FIELDS: Fields<Identity> = {
  personId: 1,
  source: 1,
  address: 1,
  linkedAt: 1,
};

/** One that waits to be linked. */
export const PENDING_IDENTITY_FIELDS: Fields<PendingIdentity> = {
  source: 1,
  address: 1,
  mark: 1,
  isAddressVerified: 1,
  expiresAt: 1,
};

/** Something of a sign-in under way. */
export const SIGN_IN_FLOW_FIELDS: Fields<SignInFlow> = { sealed: 1, expiresAt: 1 };

/** The places of a person. */
export const OWN_PLACES_FIELDS: Fields<OwnPlaces> = {
  sealed: { seal: 1, iv: 1, ciphertext: 1 },
  count: 1,
};

/** A passkey. */
export const PASSKEY_FIELDS: Fields<Passkey> = {
  id: 1,
  personId: 1,
  publicKey: 1,
  counter: 1,
  transports: 1,
  name: 1,
  createdAt: 1,
  lastUsedAt: 1,
};

/** A challenge of one. */
export const CHALLENGE_FIELDS: Fields<PasskeyChallenge> = {
  purpose: 1,
  personId: 1,
  challenge: 1,
  expiresAt: 1,
};
