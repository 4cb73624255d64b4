// A data request: somebody asks for what is theirs by the law, and what has become of it (GDPR, Articles 15 to 22).
import type { PersonId } from "../accounts/person.ts";
import type { Reach } from "../accounts/reach.ts";
import type { Locale } from "../kernel/locale.ts";

/** What can be asked for. */
export const DATA_REQUEST_TYPES = [
  /** To see everything (Article 15). */
  "access",
  /** To have something put right (16). */
  "rectification",
  /** To have everything erased that no law keeps (17). */
  "erasure",
  /** That it is kept and not used (18). */
  "restriction",
  /** That it is not used for what rests on our interest (21). */
  "objection",
  /** To take it along, for a program to read (20). */
  "portability",
  /** That a person looks at what was decided without one (22.3). */
  "review",
] as const;

/** One of them. */
export type DataRequestType = typeof DATA_REQUEST_TYPES[number];

/** Where a request is. */
export const DATA_REQUEST_STATES = [
  /** Nobody has shown yet that it comes from whom it is about. */
  "identity-unverified",
  "pending",
  /** Somebody, or a job, carries it out. */
  "in-progress",
  /** Whoever asked has to answer something first. */
  "requires-input",
  /** It takes longer, and they were told why. */
  "extended",
  /** A step failed; it is tried again before it is due. */
  "failed",
  "refused",
  "complete",
  /** Another request of the same person asks for the same. */
  "duplicate",
  /** Taken back by whoever asked. */
  "cancelled",
] as const;

/** One of them. */
export type DataRequestState = typeof DATA_REQUEST_STATES[number];

/** How somebody showed that the data are theirs. */
export const IDENTITY_PROOFS = [
  /** Signed in, and shown again just then. */
  "fresh-proof",
  /** A code was sent to the number or the address the data are of. */
  "guest-code",
  /** Somebody of the staff looked into it. */
  "staff",
  /** The program that asked answers for it. */
  "program",
] as const;

/** One of them. */
export type IdentityProof = typeof IDENTITY_PROOFS[number];

/** Where whoever asked is told; "" where they cannot be reached. */
export interface RequestContact {
  name: string;
  email: string;
  /** E.164. */
  phone: string;
}

/** A request. */
export interface DataRequest {
  /** A ULID. */
  id: string;
  type: DataRequestType;
  state: DataRequestState;
  /** Whose data, by the keyed mark of the person, the number or the address. */
  mark: string;
  /** The account it is about; null for a guest. */
  personId: PersonId | null;
  /** By what a guest is known; null for a person with an account. */
  reachKind: Reach["kind"] | null;
  contact: RequestContact;
  locale: Locale;
  /** What is asked for, in the words of whoever asks; "" when the type says all. */
  wish: string;
  /** How it was shown that the data are theirs, and when; null while it was not. */
  identity: { by: IdentityProof; at: string } | null;
  /** An instant. */
  receivedAt: string;
  /** The last day on which it may be answered, a date in Sweden. */
  dueOn: string;
  /** When it was told that it takes longer, and why; null and "" when it does not. */
  extendedAt: string | null;
  extensionReason: string;
  /** Who wants to refuse it; a second person decides. Null while nobody does. */
  refusal: ProposedRefusal | null;
  refusalReason: string;
  /** What whoever asked has to answer, and what they have answered; "" for nothing. */
  question: string;
  answer: string;
  /** The request that asks for the same; null when it is none of two. */
  duplicateOf: string | null;
  /** How often carrying it out has failed, and the code of the last failure, "" when none did. */
  failures: number;
  lastFailure: string;
  /** When it was over, an instant; null while it is open. */
  closedAt: string | null;
  /** Who of the staff did something to it last; absent while nobody has, and in what earlier releases wrote. */
  handler?: PersonId;
  /** How many things have happened to it. */
  version: number;
}

/** A refusal that waits for a second person. */
export interface ProposedRefusal {
  by: PersonId;
  at: string;
}

/** Who does something to a request. */
export type RequestActor =
  /** Whoever asked. */
  | { kind: "subject" }
  | { kind: "staff"; id: PersonId; name: string }
  | { kind: "system" };

/** What can be done to a request. */
export type RequestCommand =
  | { type: "verify"; by: IdentityProof }
  | { type: "begin" }
  | { type: "ask"; question: string }
  | { type: "answer"; answer: string }
  | { type: "extend"; reason: string }
  | { type: "propose-refusal"; reason: string }
  | { type: "withdraw-refusal" }
  | { type: "refuse" }
  | { type: "complete" }
  | { type: "fail"; code: string }
  | { type: "retry" }
  | { type: "mark-duplicate"; of: string }
  | { type: "cancel" }
  /** What was restricted is used again: at once when its person says so, later when the staff do. */
  | { type: "lift"; reason: string }
  | { type: "note"; text: string };

/** What happened to a request, oldest first: append-only. */
export interface DataRequestEvent {
  at: string;
  by: RequestActor;
  /** As the request has it. */
  mark: string;
  type: "received" | RequestCommand["type"];
  /** The state it led to. */
  state: DataRequestState;
  /** The reason, the question, the answer, the code of the failure; "" where the type says all. */
  text: string;
}

/** Longest words of whoever asks, and longest reason of the staff, in characters. */
export const MAX_REQUEST_TEXT = 2_000;
