// A passkey: a key that lives in somebody's phone, computer or security key, and never leaves it. Two factors in one,
// because the device asks for a finger, a face or a PIN first.
import { z } from "zod";
import type { PersonId } from "./person.ts";

/** Most passkeys of one person. */
export const MAX_PASSKEYS = 10;
/** Longest name of one, in characters. */
export const MAX_PASSKEY_NAME = 60;
/** How long a challenge waits for its answer, in minutes: a phone is looked for, a finger is dried. */
export const CHALLENGE_MINUTES = 5;

/** A passkey as it is stored: the public half. */
export interface Passkey {
  /** URL-safe base64, chosen by the device. */
  id: string;
  personId: PersonId;
  /** COSE key, base64. */
  publicKey: string;
  /** How often it was used, as the device counts; 0 for ever where it does not. */
  counter: number;
  /** How it is spoken to, `internal`, `usb` … */
  transports: readonly string[];
  /** By what its person knows it. */
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** What challenges are for. */
export const CHALLENGE_PURPOSES = ["sign-in", "add", "confirm"] as const;

/** One of them. */
export type ChallengePurpose = typeof CHALLENGE_PURPOSES[number];

/** A challenge that waits for its answer, by the hash of the browser's token. */
export interface PasskeyChallenge {
  purpose: ChallengePurpose;
  /** Who asked for it; null for who is not signed in. */
  personId: PersonId | null;
  /** URL-safe base64. */
  challenge: string;
  expiresAt: string;
}

/** Where passkeys count: they are bound to the host people reach the product at. */
export interface PasskeyPlace {
  /** `https://boka.example`. */
  origin: string;
  /** `boka.example`. */
  host: string;
}

/** The place of the product at `origin`. */
export function passkeyPlace({ origin }: { origin: string }): PasskeyPlace {
  return { origin, host: new URL(origin).hostname };
}

const bytes = z.string().max(16_384).regex(/^[A-Za-z0-9_-]*={0,2}$/);
const transport = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);
const facts = {
  id: bytes.min(1),
  rawId: bytes.min(1),
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).transform(() => ({})),
};

/** What a browser answers when a passkey was made. */
export const madePasskey = z.object({
  ...facts,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(transport).max(10).optional().catch(undefined),
  }),
});

/** What a browser answers when a passkey was used. */
export const usedPasskey = z.object({
  ...facts,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});
