// The services of this room: the key-encryption keys in memory, and how often each was used.
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "../kv/open.ts";
import { CountedKeys } from "./counted-keys.ts";
import { KekUses } from "./kek-uses.ts";
import { KeyRing } from "./key-ring.ts";
import type { Kms } from "./kms.ts";

/** What this room gives to those above it. */
export interface SecurityServices {
  keyRing: KeyRing;
  kekUses: KekUses;
  keyEncryption: CountedKeys;
}

/** Composes the room's services. */
export function securityServices(
  below: { kms: Kms; db: Pick<Database, "read" | "write" | "bell">; clock: Clock; log: Logger },
): SecurityServices {
  const { kms, log } = below;
  const ring = kms instanceof KeyRing ? kms : new KeyRing(kms);
  const uses = new KekUses({
    ...below,
    onMany: (version, count) =>
      log.error("a key-encryption key was used very often", { code: String(version), count }),
  });
  return { keyRing: ring, kekUses: uses, keyEncryption: new CountedKeys({ ring, uses }) };
}
