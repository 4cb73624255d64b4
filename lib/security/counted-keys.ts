// The key-encryption keys as wrapping asks for them: each use counted before it happens, a retired version told apart
// from one that is missing.
import type { KekUses } from "./kek-uses.ts";
import type { KeyRing } from "./key-ring.ts";
import { SealError } from "./seal-error.ts";

/** What counting needs. */
export interface CountedKeysDeps {
  ring: Pick<KeyRing, "current" | "version">;
  uses: Pick<KekUses, "use" | "isRetired">;
}

/** Keys that are counted. */
export class CountedKeys {
  readonly #deps: CountedKeysDeps;

  constructor(deps: CountedKeysDeps) {
    this.#deps = deps;
  }

  /** The current version and its key, for one wrapping. Throws GatewayError("kms") where the keys were never had. */
  async current(): Promise<{ version: number; key: Uint8Array }> {
    const { ring, uses } = this.#deps;
    const current = await ring.current();
    await uses.use(current.version);
    return current;
  }

  /** The key of a version, for unwrapping. Throws SealError: "retired-key", "key-unavailable". */
  async version(version: number): Promise<Uint8Array> {
    const { ring, uses } = this.#deps;
    // What it wrapped comes from an older copy of the database; that the key is still somewhere makes it no newer.
    if (await uses.isRetired(version)) throw new SealError("retired-key");
    return await ring.version(version);
  }
}
