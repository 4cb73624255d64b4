// The one secret every key is derived from, and where the key-encryption keys come from.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";
import { KEK_BYTES, type KeyEncryptionKeys, keyEncryptionKeys, MAX_KEK_VERSION } from "./kms.ts";

/** Shortest secret, in bytes: as long as the keys derived from it. */
const MIN_SECRET_BYTES = 32;

const secret = z.base64({ abort: true }).refine(
  (text) => Uint8Array.fromBase64(text).length >= MIN_SECRET_BYTES,
  `under ${MIN_SECRET_BYTES} bytes`,
);

const keks = z.string().transform((text, context): KeyEncryptionKeys => {
  const read = readVersions(text);
  if (typeof read !== "string") return read;
  context.addIssue({ code: "custom", message: read });
  return z.NEVER;
});

/** Settings of this room. */
export const securitySettings = {
  secret: setting<string | undefined>({
    variable: "AVANTI_SECRET",
    schema: secret,
    absent: undefined,
    isRequiredInProduction: true,
    readme: {
      default: "made in `data/`",
      means: `${MIN_SECRET_BYTES} bytes or more in base64; required in production`,
    },
  }),
  keks: setting<KeyEncryptionKeys | undefined>({
    variable: "AVANTI_KEKS",
    schema: keks,
    absent: undefined,
    isRequiredInProduction: true,
    mayStandInstead: ["AVANTI_KMS_URL", "AVANTI_KEKS_FILE"],
    readme: {
      default: "made in `data/`",
      means:
        "key-encryption keys, `2:base64,1:base64`, the current one first; required in production, or one of the next two",
    },
  }),
  keksFile: setting<string | undefined>({
    variable: "AVANTI_KEKS_FILE",
    schema: z.string().max(1_000),
    absent: undefined,
    readme: {
      default: "none",
      means:
        "a file that has them, for the server's own user alone; `deno task rotate-keys` adds versions to it",
    },
  }),
  kmsUrl: setting<string | undefined>({
    variable: "AVANTI_KMS_URL",
    schema: z.url({ protocol: /^https?$/, error: "not an http or https address" })
      .refine((text) => URL.parse(text)?.username === "", "it has a user in it"),
    absent: undefined,
    readme: {
      default: "none",
      means: "a service that has them, such as a secret of Vault; needs AVANTI_KMS_TOKEN",
    },
  }),
  kmsToken: setting<string | undefined>({
    variable: "AVANTI_KMS_TOKEN",
    schema: z.string().regex(/^[\x21-\x7e]{1,1000}$/, "not a token of printable ASCII"),
    absent: undefined,
    readme: { default: "none", means: "the bearer token that service knows the product by" },
  }),
} as const;

/** Versions as a variable has them, or what is wrong with them. No word of a key is repeated. */
function readVersions(text: string): KeyEncryptionKeys | string {
  const entries: [number, Uint8Array][] = [];
  for (const part of text.split(",")) {
    const [, version = "", base64 = ""] = /^([1-9]\d{0,6}):(.+)$/.exec(part.trim()) ?? [];
    const key = bytesOf(base64);
    if (Number(version) > MAX_KEK_VERSION || key?.length !== KEK_BYTES) {
      return `not versions as 2:base64,1:base64 with ${KEK_BYTES} bytes each`;
    }
    entries.push([Number(version), key]);
  }
  try {
    return keyEncryptionKeys(entries[0]?.[0] ?? 0, entries);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.fromBase64(base64);
  } catch {
    return null;
  }
}
