// What is known of the key-encryption keys: uses, rotation, what is retired. No key is in it.
import type { Database } from "../kv/open.ts";
import { ALARMING_USES, type KekUses } from "./kek-uses.ts";
import type { KeyRing } from "./key-ring.ts";
import { type Rotation, rotationState } from "./rotate-keys.ts";

const DAY_MS = 24 * 60 * 60_000;

/** What is known of them. */
export interface KeyReport {
  versions: readonly {
    version: number;
    isCurrent: boolean;
    uses: number;
    /** Instant; null for one that was never used. */
    firstUsedAt: string | null;
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
    const { uses = 0, firstUsedAt = null, retiredAt = null } = row ?? {};
    return { version, isCurrent: version === current, uses, firstUsedAt, retiredAt };
  }));
  return { versions, rotation: await rotationState(db) };
}

/** Days after which a version is to be replaced: well within the two years of NIST SP 800-57, 5.3.6. */
export const ROTATE_AFTER_DAYS = 365;

/** What a report says of the keys. */
export interface KeyFigures {
  /** The version in use. */
  version: number;
  /** Those that are not retired. */
  versions: number;
  /** Days since that in use was first used. */
  ageDays: number;
  /** True when it is that old, or was used so often that the next must come. */
  isRotationDue: boolean;
}

/** The figures at a moment. Pure. */
export function keyFigures({ versions }: KeyReport, now: Temporal.Instant): KeyFigures {
  const current = versions.find(({ isCurrent }) => isCurrent);
  const sinceMs = Date.parse(current?.firstUsedAt ?? now.toString());
  const ageDays = Math.floor((now.epochMilliseconds - sinceMs) / DAY_MS);
  return {
    version: current?.version ?? 0,
    versions: versions.filter(({ retiredAt }) => retiredAt === null).length,
    ageDays,
    isRotationDue: ageDays >= ROTATE_AFTER_DAYS || (current?.uses ?? 0) >= ALARMING_USES,
  };
}
