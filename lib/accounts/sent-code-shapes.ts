// What stored codes and proofs of guests look like.
import { instant, number, orNull, record, text, word } from "../kernel/shape.ts";
import type { SealedText } from "../security/sealed-text.ts";
import { passwordShape } from "./credential-shapes.ts";
import { REACH_KINDS } from "./reach.ts";
import { CODE_PURPOSES, type GuestProof, type SentCode } from "./sent-code.ts";

const sealed = record<SealedText>({ seal: word(["aes-256-gcm/1"]), iv: text, ciphertext: text });

/** A code that was sent. */
export const sentCodeShape = record<SentCode>({
  purpose: word(CODE_PURPOSES),
  personId: orNull(text),
  sealed,
  password: orNull(passwordShape),
  mark: text,
  guesses: number,
  expiresAt: instant,
});

/** What a guest has shown. */
export const guestProofShape = record<GuestProof>({
  kind: word(REACH_KINDS),
  sealed,
  expiresAt: instant,
});
