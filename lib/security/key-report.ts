// What is known of the key-encryption keys: uses, rotation, what is retired. No key is in it.
import type { Database } from "../kv/open.ts";
import type { KekUses } from "./kek-uses.ts";
import type { KeyRing } from "./key-ring.ts";
import { type Rotation, rotationState } from "./rotate-keys.ts";

/** What is known of them. */
export interface KeyReport {
  versions: readonly {
    version: number;
    isCurrent: boolean;
    uses: number;
    retiredAt: string | null;
  }[];
  /** The newest rotation; null when there was none. */
  rotation: Rotation | null;
}

/** What reporting needs. */
export interface KeyReportDeps {
  db: Database;
  keyRing: Pick<KeyRing, "keys">;
  kekUses: Pick<KekUses, "of">;
}

/** The report as things are now. Throws SealError("key-unavailable"). */
export async function keyReport({ keyRing, kekUses, db }: KeyReportDeps): Promise<KeyReport> {
  const { current, keys } = await keyRing.keys();
  const versions = await Promise.all([...keys.keys()].map(async (version) => {
    const row = await kekUses.of(version);
    const { uses = 0, retiredAt = null } = row ?? {};
    return { version, isCurrent: version === current, uses, retiredAt };
  }));
  return { versions, rotation: await rotationState(db) };
}
