// A signed-in person. The browser holds a secret; the session is stored under its hash.
import type { Person, PersonId } from "./person.ts";
import type { Right } from "./right.ts";

/** By what somebody showed who they are. */
export const FACTORS = [
  /** A one-time link that whoever runs the server was given. */
  "server-link",
  /** A one-time link of the demo, in local mode alone. */
  "demo-link",
  "invitation",
  "password",
  "passkey",
  "authenticator",
  "recovery-code",
  /** A code by mail or SMS. */
  "sent-code",
  /** Another company's sign-in. */
  "provider",
  /** A second factor, shown there. */
  "provider-factor",
] as const;

/** One of them. */
export type Factor = typeof FACTORS[number];

/** What a session stands on. */
export interface Proof {
  factors: readonly Factor[];
  /** When it was shown last; sensitive acts want it fresh. */
  at: string;
}

/** A server-side session. */
export interface Session {
  /** SHA-256 of the cookie's secret, URL-safe base64. */
  id: string;
  personId: PersonId;
  proof: Proof;
  createdAt: string;
  /** Ends after this much silence, in minutes: here … */
  idleMinutes: number;
  idleExpiresAt: string;
  /** … and at the latest here. */
  absoluteExpiresAt: string;
  /** Secret half of the anti-forgery token. */
  csrfSecret: string;
  /** `Chrome · Android`: by what the person knows it again; "" when it says nothing. */
  device: string;
  /** The first parts of the network address, `83.252.x.x`; "" when not known. */
  network: string;
}

/** A session among those of its person. */
export interface OwnSession {
  /** As the session has it. */
  absoluteExpiresAt: string;
}

/** What a request knows of who makes it: the session, and the person as they are now. */
export interface SignedInPerson {
  session: Session;
  person: Person;
}

/** A person at the operators' pages. */
export interface OperatorSession extends Pick<Session, "id" | "csrfSecret" | "createdAt"> {
  personId: PersonId;
  /** Whom events name. */
  operatorName: string;
  rights: readonly Right[];
  /** The session and the person behind it. */
  signedIn: SignedInPerson;
}
