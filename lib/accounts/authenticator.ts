// Codes of an authenticator app, as RFC 6238 has them: six digits, thirty seconds, SHA-1, which every app can do.
import { Secret, TOTP } from "otpauth";
import type { RandomBytes } from "../kernel/ids.ts";

/** Bytes of a secret, as long as the hash (RFC 4226, 4 R6). */
const SECRET_BYTES = 20;
const PERIOD_SECONDS = 30;
/** Steps before and after now that are taken: clocks of phones go wrong by half a minute. */
const WINDOW = 1;

/** A new secret, base32. */
export function newAuthenticatorSecret(randomBytes: RandomBytes): string {
  const bytes = new Uint8Array(randomBytes(SECRET_BYTES));
  return new Secret({ buffer: bytes.buffer }).base32;
}

/** The address an app takes the secret from, in a QR code or by a tap. `account` is shown beside the codes. */
export function authenticatorAddress(secret: string, account: string): string {
  return totp(secret, account).toString();
}

/**
 * The step a code is of, or null for one that is not of now or was used before: of each step one code is taken, and
 * none of a step before `lastStep`.
 */
export function codeStep(
  secret: string,
  typed: string,
  { nowMs, lastStep }: { nowMs: number; lastStep: number },
): number | null {
  const token = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret, "").validate({ token, timestamp: nowMs, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(nowMs / (PERIOD_SECONDS * 1_000)) + delta;
  return step > lastStep ? step : null;
}

function totp(secret: string, label: string): TOTP {
  const facts = { issuer: "Avanti", label, algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS };
  return new TOTP({ ...facts, secret: Secret.fromBase32(secret) });
}
