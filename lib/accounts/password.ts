// Passwords: what one must be, and how it is kept. PBKDF2-HMAC-SHA-256 as OWASP's Password Storage Cheat Sheet has it.
import { timingSafeEqual } from "node:crypto";
import type { RandomBytes } from "../kernel/ids.ts";
import { pbkdf2 } from "../security/pbkdf2.ts";

/** Rounds of a password set today; those set with fewer are hashed anew at the next sign-in. */
export const PASSWORD_ITERATIONS = 600_000;
/** Bytes of salt, one of its own for each password. */
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Longest password, in characters: far beyond any passphrase, and short enough to be hashed at once. */
export const MAX_PASSWORD = 256;

/** A password as it is kept. */
export interface StoredPassword {
  algorithm: "pbkdf2-hmac-sha-256";
  iterations: number;
  /** Base64. */
  salt: string;
  /** Base64. */
  hash: string;
  changedAt: string;
}

/**
 * The password as it is hashed: the same letters typed on another keyboard are the same password (NIST SP 800-63B,
 * 3.1.1.2: NFKC). Nothing is cut off, and spaces count.
 */
function normalised(password: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(password.normalize("NFKC"));
}

/** Hashes a new password; takes about a tenth of a second of a core. */
export async function hashPassword(
  password: string,
  randomBytes: RandomBytes,
  changedAt: string,
  iterations: number = PASSWORD_ITERATIONS,
): Promise<StoredPassword> {
  const salt = new Uint8Array(randomBytes(SALT_BYTES));
  const hash = await derive(password, salt, iterations);
  return {
    algorithm: "pbkdf2-hmac-sha-256",
    iterations,
    salt: salt.toBase64(),
    hash: hash.toBase64(),
    changedAt,
  };
}

/** True when it is the password. Takes as long for a wrong one. */
export async function isPassword(stored: StoredPassword, password: string): Promise<boolean> {
  const salt = Uint8Array.fromBase64(stored.salt);
  const hash = await derive(password, salt, stored.iterations);
  return timingSafeEqual(hash, Uint8Array.fromBase64(stored.hash));
}

/** True when it was set with fewer rounds than one set today. */
export function isOutdated({ iterations }: StoredPassword): boolean {
  return iterations < PASSWORD_ITERATIONS;
}

/**
 * Looks like somebody's password and is nobody's: an address without an account is answered after the same work as one
 * with it.
 */
export const NOBODYS_PASSWORD: StoredPassword = {
  algorithm: "pbkdf2-hmac-sha-256",
  iterations: PASSWORD_ITERATIONS,
  salt: "AAAAAAAAAAAAAAAAAAAAAA==",
  hash: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  changedAt: "1970-01-01T00:00:00Z",
};

function derive(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array> {
  return pbkdf2("SHA-256", normalised(password), { salt, iterations, length: HASH_BYTES });
}
