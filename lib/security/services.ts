// The services of this room: the key-encryption keys in memory, what is wrapped with them, and how often.
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "../kv/open.ts";
import { KekUses } from "./kek-uses.ts";
import { KeyRing } from "./key-ring.ts";
import { KeyWrapper } from "./key-wrapper.ts";
import type { Kms } from "./kms.ts";

/** What this room gives to those above it. */
export interface SecurityServices {
  keyRing: KeyRing;
  kekUses: KekUses;
  keyWrapper: KeyWrapper;
}

/** Composes the room's services. */
export function securityServices(
  below: { kms: Kms; db: Database; clock: Clock; randomBytes: RandomBytes; log: Logger },
): SecurityServices {
  const { kms, log, randomBytes } = below;
  const ring = kms instanceof KeyRing ? kms : new KeyRing(kms);
  const uses = new KekUses({
    ...below,
    onMany: (version, count) =>
      log.error("a key-encryption key was used very often", { code: String(version), count }),
  });
  return { keyRing: ring, kekUses: uses, keyWrapper: new KeyWrapper({ ring, uses, randomBytes }) };
}
