// Starts a rotation of the key-encryption key where its source makes a version when it is asked to, or takes one further that
// has begun: what is left of it goes on by itself.
import { claimKeys } from "./claim-keys.ts";
import type { KeyRing } from "./key-ring.ts";
import { isRotating, rotateStep, ROTATION_GRACE_MS, type RotationDeps } from "./rotate-keys.ts";

/** Commits of one call: whoever asked waits for them. */
const MAX_STEPS = 20;

/** What the audit log says of a version that was added; lib/i18n has it in words. */
const KEY_ADDED = "key-encryption key added";

/** What starting needs. */
export interface StartRotationDeps extends Omit<RotationDeps, "keyRing" | "graceMs"> {
  keyRing: KeyRing;
  audit: { security(event: { kind: string }): Promise<void> };
}

/** What came of it: `elsewhere` where only the operator can make a version, `changed` where another than `after` is current. */
export type StartedRotation = "started" | "resumed" | "elsewhere" | "changed";

/** Starts one after the version whoever asks has seen, or takes the one that goes on further. Throws GatewayError("kms"). */
export async function startRotation(
  deps: StartRotationDeps,
  after: number,
): Promise<StartedRotation> {
  const { keyRing, randomBytes, audit } = deps;
  const { current } = await keyRing.refresh();
  const goesOn = await isRotating(deps, current);
  if (!goesOn) {
    if (!keyRing.canAdd) return "elsewhere";
    if (current !== after) return "changed";
    // Before it is there: a process that dies in between leaves no version that nobody has asked for.
    await audit.security({ kind: KEY_ADDED });
    await keyRing.add(after, randomBytes);
  }
  await claimKeys(deps, await keyRing.keys());
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    if (await rotateStep({ ...deps, graceMs: ROTATION_GRACE_MS }) !== "more") break;
  }
  return goesOn ? "resumed" : "started";
}
