// What stored passwords, authenticator apps and recovery codes look like.
import { instant, listOf, number, orNull, record, text, word } from "../kernel/shape.ts";
import type { SealedText } from "../security/sealed-text.ts";
import type { Authenticator, HalfwaySignIn, RecoveryCodes } from "./credentials.ts";
import type { StoredPassword } from "./password.ts";
import type { RecoveryCode } from "./recovery-codes.ts";
import { FACTORS } from "./session.ts";

/** A password. */
export const passwordShape = record<StoredPassword>({
  algorithm: word(["pbkdf2-hmac-sha-256"]),
  iterations: number,
  salt: text,
  hash: text,
  changedAt: instant,
});

/** An authenticator app. */
export const authenticatorShape = record<Authenticator>({
  secret: record<SealedText>({ seal: word(["aes-256-gcm/1"]), iv: text, ciphertext: text }),
  confirmedAt: orNull(instant),
  lastStep: number,
});

/** Recovery codes. */
export const recoveryCodesShape = record<RecoveryCodes>({
  codes: listOf(record<RecoveryCode>({ mark: text, usedAt: orNull(instant) })),
  madeAt: instant,
});

/** A sign-in between its factors. */
export const halfwayShape = record<HalfwaySignIn>({
  personId: text,
  factors: listOf(word(FACTORS)),
  expiresAt: instant,
});
