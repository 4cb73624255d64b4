// `@std/crypto/aes-gcm`: AES-GCM that brings its own nonce.

/** Of a random nonce, in bytes: what GCM is made for. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What both directions may be told. */
export interface AesGcmOptions {
  /** Authenticated, not encrypted; must be the same to decrypt. */
  additionalData?: BufferSource;
}

/**
 * `plaintext` encrypted under `key` with a random nonce: 12 bytes of nonce, the ciphertext, 16 bytes
 * of tag. One key is good for 2^32 messages; past that, nonces may repeat (NIST SP 800-38D, 8.3).
 */
export async function encryptAesGcm(
  key: CryptoKey,
  plaintext: BufferSource,
  options: AesGcmOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(parameters(nonce, options), key, plaintext);
  const message = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  message.set(nonce);
  message.set(new Uint8Array(sealed), NONCE_BYTES);
  return message;
}

/**
 * The plaintext of what {@linkcode encryptAesGcm} made. Throws RangeError for fewer than 28 bytes,
 * and DOMException when key, data or additional data are not those of the encryption.
 */
export async function decryptAesGcm(
  key: CryptoKey,
  data: BufferSource,
  options: AesGcmOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const message = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  const least = NONCE_BYTES + TAG_BYTES;
  if (message.byteLength < least) {
    throw new RangeError(
      `Data is too short: expected at least ${least} bytes, got ${message.byteLength}`,
    );
  }
  const nonce = message.subarray(0, NONCE_BYTES);
  const sealed = message.subarray(NONCE_BYTES);
  return new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, options), key, sealed));
}

function parameters(
  iv: Uint8Array<ArrayBuffer>,
  { additionalData }: AesGcmOptions,
): AesGcmParams {
  const common = { name: "AES-GCM", iv, tagLength: TAG_BYTES * 8 };
  return additionalData === undefined ? common : { ...common, additionalData };
}
