// What stored identities look like.
import { flag, instant, record, text, word } from "../../kernel/shape.ts";
import type { SealedText } from "../../security/sealed-text.ts";
import type { Identity, PendingIdentity, SignInFlow } from "./identity.ts";

/** A way in by somebody else. */
export const identityShape = record<Identity>({
  personId: text,
  source: text,
  address: text,
  linkedAt: instant,
});

/** One that waits to be linked. */
export const pendingIdentityShape = record<PendingIdentity>({
  source: text,
  address: text,
  mark: text,
  isAddressVerified: flag,
  expiresAt: instant,
});

/** Something of a sign-in under way. */
export const signInFlowShape = record<SignInFlow>({
  sealed: record<SealedText>({ seal: word(["aes-256-gcm/1"]), iv: text, ciphertext: text }),
  expiresAt: instant,
});
