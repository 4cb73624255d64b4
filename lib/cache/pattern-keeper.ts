// Keeps the access patterns where the next process finds them: sealed, in the network tier.
import type { AccessPatterns } from "./access-patterns.ts";
import type { EntrySealer } from "./entry-sealer.ts";
import type { GuardedTier } from "./guarded-tier.ts";
import { WRITE_DEADLINE_MS } from "./policy.ts";

/** How long a pattern is kept without being written again, in milliseconds: over a closed week. */
const KEPT_MS = 14 * 24 * 3_600_000;

/** What it stands on. */
export interface PatternKeeperDeps {
  /** Null where nothing outlives this process. */
  tier: GuardedTier | null;
  sealer: EntrySealer;
  patterns: AccessPatterns;
  /** Epoch milliseconds. */
  wallMs: () => number;
}

/** Reads and writes them. */
export class PatternKeeper {
  readonly #deps: PatternKeeperDeps;
  #isRead = false;

  constructor(deps: PatternKeeperDeps) {
    this.#deps = deps;
  }

  /** Takes in what former processes saw, once. */
  async read(): Promise<void> {
    const { tier, sealer, patterns } = this.#deps;
    if (this.#isRead || tier === null) return;
    const at = this.#place();
    const found = await tier.read(at.key, WRITE_DEADLINE_MS);
    // A tier that does not answer now is asked again before anything is written over.
    if (found === undefined) return;
    this.#isRead = true;
    const bytes = found.entry === null ? null : await sealer.open(at, undefined, found.entry);
    if (bytes !== null) patterns.learn(new TextDecoder().decode(bytes));
  }

  /** Writes what was seen, if anything was. */
  async write(): Promise<void> {
    const { tier, sealer, patterns, wallMs } = this.#deps;
    await this.read();
    if (tier === null || !this.#isRead || !patterns.isChanged) return;
    const at = this.#place();
    const bytes = new TextEncoder().encode(patterns.encode());
    const sealed = await sealer.seal(at, undefined, bytes);
    if (sealed === null) return;
    const expiresAtMs = wallMs() + KEPT_MS;
    await tier.write(at.key, sealed, { expiresAtMs, deadlineMs: WRITE_DEADLINE_MS });
  }

  #place() {
    return { kind: "patterns", key: this.#deps.sealer.nameFor("patterns") };
  }
}
