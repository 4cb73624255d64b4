// What somebody shows who they are with, as it is stored: never the thing itself where a hash will do.
import type { SealedText } from "../security/sealed-text.ts";
import type { PersonId } from "./person.ts";
import type { RecoveryCode } from "./recovery-codes.ts";
import type { Factor } from "./session.ts";

/** An authenticator app. */
export interface Authenticator {
  secret: SealedText;
  /** When a first code of it was shown; before that it lets nobody in, and hinders nobody. */
  confirmedAt: string | null;
  /** The step of the last code that was taken. */
  lastStep: number;
}

/** The recovery codes of a person. */
export interface RecoveryCodes {
  codes: readonly RecoveryCode[];
  madeAt: string;
}

/** Somebody who has shown the first of two factors. */
export interface HalfwaySignIn {
  personId: PersonId;
  factors: readonly Factor[];
  expiresAt: string;
}

/** How long somebody may look for the second factor, in minutes. */
export const HALFWAY_MINUTES = 10;

/** Factors that are enough alone, because they are two in one or come from whoever runs the server. */
const STRONG_ALONE: readonly Factor[] = ["passkey", "server-link", "demo-link"];
/** Something one has, beside something one knows. */
const SECOND: readonly Factor[] = ["authenticator", "recovery-code", "provider-factor"];

/** True when what was shown lets somebody see what others booked. */
export function isStrong(factors: readonly Factor[]): boolean {
  if (factors.some((factor) => STRONG_ALONE.includes(factor))) return true;
  return factors.some((factor) => SECOND.includes(factor)) &&
    factors.some((factor) => !SECOND.includes(factor));
}
