// Entries in the network tier: read and checked, sealed and written, each under a name that says nothing.
import type { Agreement } from "./agreement.ts";
import { subjectOf } from "./cache-key.ts";
import { decodeEntry, encodeEntry, type EntryRead } from "./entry-format.ts";
import type { EntrySealer, SealedAt } from "./entry-sealer.ts";
import type { GuardedTier } from "./guarded-tier.ts";
import type { Invalidatable } from "./invalidation.ts";
import type { KnownLog } from "./known-log.ts";
import type { CachePolicy } from "./policy.ts";

/** What they stand on. */
export interface NetworkEntriesDeps {
  tier: GuardedTier;
  sealer: EntrySealer;
  log: KnownLog;
  agreement: Agreement;
  /** Of the build: entries of another one may have another shape, and are not read. */
  release: string;
  /** Epoch milliseconds. */
  wallMs: () => number;
}

/** Most writes on their way at once; a fill beyond them is left out: nothing waits for it. */
export const MAX_WRITES = 64;

/** The entries of a network tier. */
export class NetworkEntries {
  readonly #deps: NetworkEntriesDeps;
  readonly #writing = new Set<Promise<void>>();

  constructor(deps: NetworkEntriesDeps) {
    this.#deps = deps;
  }

  /** The entry of a key that is true; null where there is none, or none can be had in time. */
  async read(of: Invalidatable, { readDeadlineMs }: CachePolicy): Promise<EntryRead | null> {
    const { tier, agreement, log, sealer } = this.#deps;
    const at = this.#placeOf(of);
    const found = await tier.read(at.key, readDeadlineMs);
    // Also where there is no entry: what is loaded next is then stamped with the newest head.
    if (found === undefined || !await agreement.learn(found.head)) return null;
    if (found.entry === null) return null;
    const bytes = await sealer.open(at, subjectOf(of.name), found.entry);
    const entry = bytes === null ? null : decodeEntry(bytes);
    if (entry === null) return null;
    const tags = [...new Set([...of.tags, ...entry.tags])];
    return log.isTrue({ ...of, tags, stamp: entry.stamp }) ? { ...entry, tags } : null;
  }

  /** Writes an entry beside, for whoever asks next; false when it is too large to be kept. */
  write(of: Invalidatable, entry: EntryRead, policy: CachePolicy): boolean {
    const bytes = encodeEntry(entry, policy);
    if (bytes === null) return false;
    if (this.#writing.size >= MAX_WRITES) return true;
    const writing = this.#write(of, bytes, { policy, endsMs: endOf(entry) })
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
    return true;
  }

  /** Resolves once everything that is being written is, or was given up. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#writing);
  }

  async #write(
    of: Invalidatable,
    bytes: Uint8Array<ArrayBuffer>,
    { policy, endsMs }: { policy: CachePolicy; endsMs: number },
  ): Promise<void> {
    const { tier, sealer } = this.#deps;
    const at = this.#placeOf(of);
    const sealed = await sealer.seal(at, subjectOf(of.name), bytes);
    if (sealed === null) return;
    await tier.write(at.key, sealed, {
      expiresAtMs: endsMs,
      deadlineMs: policy.writeDeadlineMs,
    });
  }

  #placeOf({ category, name }: Invalidatable): SealedAt {
    const { sealer, release } = this.#deps;
    return { kind: "entry", key: sealer.nameFor(`${release} ${category} ${name}`) };
  }
}

function endOf({ staleUntil, errorUntil }: EntryRead): number {
  return Math.ceil(Math.max(staleUntil, errorUntil));
}
