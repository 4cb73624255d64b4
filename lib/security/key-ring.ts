// The key-encryption keys this process holds in memory: a source that is down later stops new versions alone.
import { GatewayError } from "../errors/gateway-error.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { type KeyEncryptionKeys, keyEncryptionKeys, KMS, type Kms } from "./kms.ts";
import { SealError } from "./seal-error.ts";

/** How soon a source is asked again for a version nobody has, in milliseconds: many rows may name it at once. */
const ASK_AGAIN_MS = 10_000;

/** A source, and what it gave last. */
export class KeyRing implements Kms {
  readonly #source: Kms;
  readonly #now: () => number;
  #held: KeyEncryptionKeys | null = null;
  #asking: Promise<KeyEncryptionKeys> | null = null;
  #askedMs = -Infinity;

  /** `now`: milliseconds on a clock that only goes forward. */
  constructor(source: Kms, now: () => number = () => performance.now()) {
    this.#source = source;
    this.#now = now;
  }

  /** Those held; asks the source the first time. Throws GatewayError("kms"). */
  async keys(): Promise<KeyEncryptionKeys> {
    return this.#held ?? await this.refresh();
  }

  /** Asks the source now, once for all who wait. Throws GatewayError("kms"), and holds what it held. */
  refresh(): Promise<KeyEncryptionKeys> {
    this.#asking ??= this.#ask().finally(() => this.#asking = null);
    return this.#asking;
  }

  /** True where the source makes a version when it is asked to. */
  get canAdd(): boolean {
    return this.#source.addVersion !== undefined;
  }

  /** Has the source add a version unless another than `after` is current; those held then. Throws GatewayError("kms"). */
  async add(after: number, randomBytes: RandomBytes): Promise<KeyEncryptionKeys> {
    const source = this.#source;
    if (source.addVersion === undefined) {
      throw new GatewayError(KMS, "Key-encryption keys are made elsewhere", false);
    }
    await source.addVersion(after, randomBytes);
    // Who asked before it was added is told of what was there before.
    await this.#asking;
    return await this.refresh();
  }

  /** The current version and its key. */
  async current(): Promise<{ version: number; key: Uint8Array }> {
    const { current } = await this.keys();
    return { version: current, key: await this.version(current) };
  }

  /** The key of a version. Throws SealError("key-unavailable") when the source does not have it, or cannot be asked. */
  async version(version: number): Promise<Uint8Array> {
    const held = (await this.keys()).keys.get(version);
    if (held !== undefined) return held;
    // Another process may be ahead of us.
    const found = await this.#askForMissing(version);
    if (found !== undefined) return found;
    throw new SealError("key-unavailable");
  }

  async #askForMissing(version: number): Promise<Uint8Array | undefined> {
    if (this.#asking === null && this.#now() - this.#askedMs < ASK_AGAIN_MS) return undefined;
    try {
      return (await this.refresh()).keys.get(version);
    } catch (cause) {
      throw new SealError("key-unavailable", { cause });
    }
  }

  async #ask(): Promise<KeyEncryptionKeys> {
    this.#askedMs = this.#now();
    return this.#held = joined(this.#held, await this.#source.keys());
  }
}

/** A source that says less later takes nothing from a process that reads with it; the next start hears of it. */
function joined(held: KeyEncryptionKeys | null, said: KeyEncryptionKeys): KeyEncryptionKeys {
  if (held === null) return said;
  for (const [version, key] of said.keys) {
    const known = held.keys.get(version);
    if (known !== undefined && known.toBase64() !== key.toBase64()) {
      throw new GatewayError(
        KMS,
        `Key-encryption key ${version} is another one than before`,
        false,
      );
    }
  }
  return keyEncryptionKeys(said.current, [...new Map([...held.keys, ...said.keys])]);
}
