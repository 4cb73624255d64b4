// A passkey in software: what a device answers, byte by byte (WebAuthn 3, 6.1 and 6.5), with every part open to be falsified.
import { base64Url } from "../../lib/kernel/ids.ts";
import type { PasskeyPlace } from "../../lib/accounts/passkey.ts";

/** What an answer says; tests falsify some of it. */
export interface SaidByDevice {
  challenge: string;
  origin: string;
  host: string;
  counter: number;
  userVerified: boolean;
  userPresent: boolean;
}

/** One key on one device. */
export class SoftwarePasskey {
  readonly id = crypto.getRandomValues(new Uint8Array(16));
  readonly #keys: CryptoKeyPair;
  readonly #userHandle: string;

  private constructor(keys: CryptoKeyPair, userHandle: string) {
    this.#keys = keys;
    this.#userHandle = userHandle;
  }

  static async make(personId: string): Promise<SoftwarePasskey> {
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
    return new SoftwarePasskey(keys, base64Url(new TextEncoder().encode(personId)));
  }

  /** The answer to "make one". */
  async made(said: SaidByDevice): Promise<string> {
    const publicKey = await this.#coseKey();
    const idLength = new Uint8Array([0, this.id.length]);
    const attested = concat(new Uint8Array(16), idLength, this.id, publicKey);
    const authData = concat(await authenticatorData(said, 0x40), attested);
    const attestationObject = concat(
      new Uint8Array([0xa3]),
      ...[text("fmt"), text("none"), text("attStmt"), new Uint8Array([0xa0])],
      ...[text("authData"), byteString(authData)],
    );
    return this.#answer({
      clientDataJSON: base64Url(clientData("webauthn.create", said)),
      attestationObject: base64Url(attestationObject),
    });
  }

  /** The answer to "use one". */
  async used(said: SaidByDevice, more: { userHandle?: string } = {}): Promise<string> {
    const authData = await authenticatorData(said, 0);
    const client = clientData("webauthn.get", said);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", client));
    const algorithm = { name: "ECDSA", hash: "SHA-256" };
    const signed = concat(authData, hash);
    const raw = new Uint8Array(
      await crypto.subtle.sign(algorithm, this.#keys.privateKey, signed),
    );
    return this.#answer({
      clientDataJSON: base64Url(client),
      authenticatorData: base64Url(authData),
      signature: base64Url(asDer(raw)),
      userHandle: more.userHandle ?? this.#userHandle,
    });
  }

  #answer(response: Record<string, string>): string {
    const id = base64Url(this.id);
    return JSON.stringify({
      ...{ id, rawId: id, type: "public-key", response, clientExtensionResults: {} },
    });
  }

  async #coseKey(): Promise<Uint8Array<ArrayBuffer>> {
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", this.#keys.publicKey));
    return concat(
      // kty EC2, alg ES256, crv P-256, x, y
      new Uint8Array([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      byteString(raw.slice(1, 33)),
      new Uint8Array([0x22]),
      byteString(raw.slice(33)),
    );
  }
}

/** What an honest device says at a place. */
export function honest(
  challenge: string,
  { origin, host }: PasskeyPlace,
  counter = 1,
): SaidByDevice {
  return { challenge, origin, host, counter, userVerified: true, userPresent: true };
}

function clientData(type: string, { challenge, origin }: SaidByDevice): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

async function authenticatorData(
  { host, counter, userVerified, userPresent }: SaidByDevice,
  more: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(host));
  const flags = more | (userPresent ? 1 : 0) | (userVerified ? 4 : 0);
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, counter);
  return concat(new Uint8Array(hash), new Uint8Array([flags]), count);
}

function text(words: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(words);
  return concat(new Uint8Array([0x60 + bytes.length]), bytes);
}

function byteString(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = bytes.length < 256
    ? [0x58, bytes.length]
    : [0x59, bytes.length >> 8, bytes.length & 255];
  return concat(new Uint8Array(head), bytes);
}

/** A signature as devices send it: DER, each half without leading zeros. */
function asDer(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const halves = [raw.slice(0, 32), raw.slice(32)].map((half) => {
    const first = half.findIndex((byte) => byte !== 0);
    const bytes = half.slice(Math.max(0, first));
    const whole = (bytes[0] ?? 0) > 127 ? concat(new Uint8Array([0]), bytes) : bytes;
    return concat(new Uint8Array([0x02, whole.length]), whole);
  });
  const body = concat(...halves);
  return concat(new Uint8Array([0x30, body.length]), body);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
