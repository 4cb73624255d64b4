// A way in by others, whatever they speak: somebody is sent there and comes back.
import type { EntityId } from "../role.ts";
import type { ProvedIdentity, Source } from "./identity.ts";

/** Why somebody who came back is not let in. */
export const WAY_FAILURES = [
  /** They said no there, or were not let in. */
  "denied",
  /** It took too long, or was used before. */
  "over",
  /** Another sign-in of this browser was begun after this one. */
  "other-tab",
  /** The provider does not answer. */
  "unreachable",
  /** The provider's answer is not to be trusted. */
  "untrusted",
] as const;

/** One of them. */
export type WayFailure = typeof WAY_FAILURES[number];

/** Where somebody goes, and what their browser keeps until they are back. */
export interface Sending {
  location: string;
  cookies: readonly string[];
}

/** What came of it. */
export type Return =
  & { cookies: readonly string[] }
  & (
    | { ok: true; proved: ProvedIdentity; next: string }
    | { ok: false; reason: WayFailure }
  );

/** A way in. */
export interface WayIn {
  /** In addresses: `google`. */
  id: string;
  /** What people know it by. */
  label: string;
  source: Source;
  /** Whose people it signs in: anybody as a customer, or who works at an entity. */
  entity: EntityId | null;
  /** True when it says of addresses whether they are their owners'; without that nothing is linked. */
  verifies: boolean;
  /** Sends somebody there; `next` is where they go on to, an address of ours. Throws WayRefused. */
  begin(next: string, headers: Headers): Promise<Sending>;
  /** Reads what they came back with: the address as people reach us, and the request's headers. */
  finish(url: URL, headers: Headers): Promise<Return>;
}

/** Thrown inside a way where somebody is not let in. */
export class WayRefused extends Error {
  override name = "WayRefused";
  constructor(readonly reason: WayFailure, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
