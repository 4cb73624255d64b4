// Key-encryption keys of tests, and sources that can be told what to say.
import { type KeyEncryptionKeys, keyEncryptionKeys, type Kms } from "../../lib/security/kms.ts";

/** A key that is another for each odd number, and looks random enough. */
export function aKek(step: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => i * step + step);
}

/** Versions 1 to `count`, the last one current. */
export function someKeks(count: number): KeyEncryptionKeys {
  const entries = Array.from({ length: count }, (_, i) => [i + 1, aKek(2 * i + 5)] as const);
  return keyEncryptionKeys(count, entries);
}

/** A source that says what it is told to, and counts how often it was asked. */
export interface ToldKms extends Kms {
  says: KeyEncryptionKeys | Error;
  asked: number;
}

/** Makes one. */
export function toldKms(says: ToldKms["says"]): ToldKms {
  return {
    says,
    asked: 0,
    keys() {
      this.asked++;
      return this.says instanceof Error ? Promise.reject(this.says) : Promise.resolve(this.says);
    },
  };
}
