// The families of people, their sessions, and the links that let somebody in.
import { listOf, record, text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import { linkShape, personEventShape, personShape, sessionShape } from "./account-shapes.ts";
import {
  type Authenticator,
  HALFWAY_MINUTES,
  type HalfwaySignIn,
  type RecoveryCodes,
} from "./credentials.ts";
import {
  authenticatorShape,
  halfwayShape,
  passwordShape,
  recoveryCodesShape,
} from "./credential-shapes.ts";
import type { Identity, PendingIdentity, SignInFlow } from "./identity/identity.ts";
import { FLOW_MINUTES } from "./identity/identity.ts";
import {
  identityShape,
  pendingIdentityShape,
  signInFlowShape,
} from "./identity/identity-shapes.ts";
import type { OwnPlaces } from "./own-place.ts";
import { ownPlacesShape } from "./own-place-shapes.ts";
import type { StoredPassword } from "./password.ts";
import { type EntryLink, linkMinutes } from "./entry-link.ts";
import { CHALLENGE_MINUTES, type Passkey, type PasskeyChallenge } from "./passkey.ts";
import { challengeShape, passkeyShape } from "./passkey-shapes.ts";
import type { Person, PersonEvent, PersonId } from "./person.ts";
import { CODE_MINUTES, GUEST_HOURS, type GuestProof, type SentCode } from "./sent-code.ts";
import { guestProofShape, sentCodeShape } from "./sent-code-shapes.ts";
import * as sealed from "./sealed-accounts.ts";
import { ABSOLUTE_HOURS } from "./session-rules.ts";
import type { OwnSession, Session } from "./session.ts";

/** How long a dead link is remembered, in milliseconds, so that its page can say what happened to it. */
export const LINK_REMEMBERED_MS = 24 * 60 * 60_000;

/** How long an invitation waits, in milliseconds. */
const INVITATION_MS = linkMinutes("invitation") * 60_000;

/** Longest a session lasts, in milliseconds. */
const SESSION_MS = ABSOLUTE_HOURS * 60 * 60_000;

/** Families of this room. */
export const accountKeys = {
  person: family<[id: PersonId], Person>("person", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealed.person,
    shape: personShape,
  }),
  personEvent: family<[id: PersonId, version: number], PersonEvent>("personEvent", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealed.personEvent,
    shape: personEventShape,
  }),
  /** Whose a mail address or a telephone number is, by a keyed hash of it. */
  personByReach: family<[mark: string], PersonId>("personByReach", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Who works on the operators' pages. */
  staff: family<[id: PersonId], PersonId>("staff", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: text,
  }),
  /** The active admins in one row: two who demote each other meet on it, and one stays. */
  admins: family<[], readonly PersonId[]>("admins", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: listOf(text),
  }),
  session: family<[id: string], Session>("session", {
    privacy: "C4",
    subject: "person",
    kept: { until: "expiry", atMostMs: SESSION_MS },
    endsMs: ({ absoluteExpiresAt }) => Date.parse(absoluteExpiresAt),
    sealed: sealed.session,
    shape: sessionShape,
  }),
  /** The sessions of a person. */
  ownSession: family<[person: PersonId, id: string], OwnSession>("ownSession", {
    privacy: "C4",
    subject: "person",
    kept: { until: "expiry", atMostMs: SESSION_MS },
    endsMs: ({ absoluteExpiresAt }) => Date.parse(absoluteExpiresAt),
    unsealed: "keyed marks, ids and times only",
    shape: record<OwnSession>({ absoluteExpiresAt: text }),
  }),
  password: family<[id: PersonId], StoredPassword>("password", {
    privacy: "C4",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "hashes only",
    shape: passwordShape,
  }),
  authenticator: family<[id: PersonId], Authenticator>("authenticator", {
    privacy: "C4",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealed.authenticator,
    shape: authenticatorShape,
  }),
  /** An app that has shown no code yet. */
  pendingAuthenticator: family<[id: PersonId], Authenticator>("pendingAuthenticator", {
    privacy: "C4",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealed.authenticator,
    shape: authenticatorShape,
  }),
  recoveryCodes: family<[id: PersonId], RecoveryCodes>("recoveryCodes", {
    privacy: "C4",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "hashes only",
    shape: recoveryCodesShape,
  }),
  /** Between the first factor and the second, by the hash of a token. */
  halfwaySignIn: family<[tokenHash: string], HalfwaySignIn>("halfwaySignIn", {
    privacy: "C4",
    subject: "person",
    kept: { until: "expiry", atMostMs: HALFWAY_MINUTES * 60_000 },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt),
    unsealed: "keyed marks, ids and times only",
    shape: halfwayShape,
  }),
  /** Which driver of the fleet a person is … */
  driverAccount: family<[id: PersonId], string>("driverAccount", {
    privacy: "C2",
    subject: "driver",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** … and who signs in as a driver. */
  accountOfDriver: family<[driver: string], PersonId>("accountOfDriver", {
    privacy: "C2",
    subject: "driver",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Passkeys, by the id the device chose. */
  passkey: family<[id: string], Passkey>("passkey", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealed.passkey,
    shape: passkeyShape,
  }),
  /** The passkeys of a person. */
  ownPasskey: family<[person: PersonId, id: string], string>("ownPasskey", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Challenges that wait for their answer, by the hash of the token of the browser that was asked. */
  passkeyChallenge: family<[tokenHash: string], PasskeyChallenge>("passkeyChallenge", {
    privacy: "C4",
    subject: "person",
    kept: { until: "expiry", atMostMs: CHALLENGE_MINUTES * 60_000 },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt),
    unsealed: "keyed marks, ids and times only",
    shape: challengeShape,
  }),
  /** The places a person keeps, home and work among them. */
  ownPlaces: family<[person: PersonId], OwnPlaces>("ownPlaces", {
    privacy: "C3",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealed.ownPlaces,
    shape: ownPlacesShape,
  }),
  /** Codes that were sent, by the hash of the token of the browser that asked. */
  sentCode: family<[tokenHash: string], SentCode>("sentCode", {
    privacy: "C4",
    subject: "person",
    kept: { until: "expiry", atMostMs: CODE_MINUTES * 60_000 },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt),
    unsealed: "sealed by its room",
    shape: sentCodeShape,
  }),
  /** Guests who have shown that a reach is theirs, by the hash of their browser's token. */
  guestProof: family<[tokenHash: string], GuestProof>("guestProof", {
    privacy: "C4",
    subject: "customer",
    kept: { until: "expiry", atMostMs: GUEST_HOURS * 60 * 60_000 },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt),
    unsealed: "sealed by its room",
    shape: guestProofShape,
  }),
  /** Who is known at others, by a keyed hash of who vouches and the person's id there. */
  identity: family<[mark: string], Identity>("identity", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    sealed: sealed.identity,
    shape: identityShape,
  }),
  /** The identities of a person. */
  ownIdentity: family<[person: PersonId, mark: string], string>("ownIdentity", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Identities that wait to be linked, by the hash of a token. */
  pendingIdentity: family<[tokenHash: string], PendingIdentity>("pendingIdentity", {
    privacy: "C2",
    subject: "person",
    kept: { until: "expiry", atMostMs: FLOW_MINUTES * 60_000 },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt),
    sealed: sealed.pending,
    shape: pendingIdentityShape,
  }),
  /** Sign-ins at others that are under way, by the hash of their id. */
  signInFlow: family<[kind: string, hash: string], SignInFlow>("signInFlow", {
    privacy: "C4",
    subject: "person",
    kept: { until: "expiry", atMostMs: FLOW_MINUTES * 60_000 },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt),
    unsealed: "sealed by its room",
    shape: signInFlowShape,
  }),
  /** One-time links, by the hash of their token. */
  entryLink: family<[tokenHash: string], EntryLink>("entryLink", {
    privacy: "C4",
    subject: "person",
    kept: { until: "expiry", atMostMs: INVITATION_MS + LINK_REMEMBERED_MS },
    endsMs: ({ expiresAt }) => Date.parse(expiresAt) + LINK_REMEMBERED_MS,
    sealed: sealed.link,
    shape: linkShape,
  }),
} as const;
