// A planted fault: a tier whose entries are stamped when they are written, not before they were loaded.
import { decodeEntry, encodeEntry } from "../../../lib/cache/entry-format.ts";
import type { NetworkTier } from "../../../lib/cache/network-tier.ts";

const BOUNDS = { maxBytes: 1_000_000, compressFromBytes: 1_000_000 };

/** The tier with the fault. */
export function withLateStamps(tier: NetworkTier): NetworkTier {
  const write = tier.write.bind(tier);
  tier.write = async (key, bytes, expiresAtMs) => {
    const entry = decodeEntry(bytes);
    const stamp = await tier.head();
    await write(key, entry && encodeEntry({ ...entry, stamp }, BOUNDS) || bytes, expiresAtMs);
  };
  return tier;
}
