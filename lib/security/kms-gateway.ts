// Key-encryption keys from a service over HTTP. It answers a GET with what a file of keys says, bare or as Vault and
// OpenBao wrap the newest version of a secret (`{"data": {"data": …}}`); both know us by a bearer token.
import { GatewayError } from "../errors/gateway-error.ts";
import type { Dependency } from "../resilience/dependency.ts";
import { type KeyEncryptionKeys, KMS, type Kms, readKeyEncryptionKeys } from "./kms.ts";

/** What asking it needs. */
export interface HttpKmsOptions {
  url: string;
  /** Sent as a bearer token. */
  token: string;
  dependency: Pick<Dependency, "ask">;
}

/** How long it may take, in milliseconds; a start waits for it. */
const TIMEOUT_MS = 5_000;
/** Most bytes of an answer: far more than all versions take. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** Asks one service. */
export function httpKms({ url, token, dependency }: HttpKmsOptions): Kms {
  return {
    async keys() {
      try {
        const headers = {
          accept: "application/json",
          "user-agent": "Avanti",
          authorization: `Bearer ${token}`,
        };
        const bounds = { timeoutMs: TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES };
        const keys = await dependency.ask({ url, headers, ...bounds, read: keysOf });
        if (keys !== undefined) return keys;
        throw new GatewayError(KMS, "it is left alone for a while", true);
      } catch (cause) {
        throw unavailable(url, cause);
      }
    },
  };
}

/** No word of an answer is repeated: it may be a key. */
function keysOf({ status, text }: { status: number; text: string }): KeyEncryptionKeys {
  if (status === 401 || status === 403) {
    throw new GatewayError(KMS, `status ${status}: it does not know AVANTI_KMS_TOKEN`, false);
  }
  if (status !== 200) throw new GatewayError(KMS, `status ${status}`, false);
  try {
    return readKeyEncryptionKeys(unwrapped(JSON.parse(text)));
  } catch (error) {
    const why = error instanceof RangeError ? error.message : "no JSON";
    throw new GatewayError(KMS, `its answer is not understood (${why})`, false);
  }
}

function unwrapped(said: unknown): unknown {
  const inner = isRecord(said) && isRecord(said.data) ? said.data.data : undefined;
  return inner ?? said;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unavailable(url: string, cause: unknown): GatewayError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new GatewayError(
    KMS,
    `The key-encryption keys cannot be had from ${new URL(url).host}: ${why}. ` +
      "Bring it up, or set AVANTI_KMS_URL and AVANTI_KMS_TOKEN right; nothing was changed.",
    true,
    { cause },
  );
}
