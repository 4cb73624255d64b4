// What stored passkeys and their challenges look like.
import { instant, listOf, number, orNull, record, text, word } from "../kernel/shape.ts";
import { CHALLENGE_PURPOSES, type Passkey, type PasskeyChallenge } from "./passkey.ts";

/** A passkey. */
export const passkeyShape = record<Passkey>({
  id: text,
  personId: text,
  publicKey: text,
  counter: number,
  transports: listOf(text),
  name: text,
  createdAt: instant,
  lastUsedAt: orNull(instant),
});

/** A challenge. */
export const challengeShape = record<PasskeyChallenge>({
  purpose: word(CHALLENGE_PURPOSES),
  personId: orNull(text),
  challenge: text,
  expiresAt: instant,
});
