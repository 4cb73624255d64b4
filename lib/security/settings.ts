// The one secret every key is derived from.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** Shortest secret, in bytes: as long as the keys derived from it. */
const MIN_SECRET_BYTES = 32;

const secret = z.base64({ abort: true }).refine(
  (text) => Uint8Array.fromBase64(text).length >= MIN_SECRET_BYTES,
  `under ${MIN_SECRET_BYTES} bytes`,
);

/** Of 32 random bytes this many differ but once in 10^14 times; words, digits and repeated bytes have fewer. */
const MIN_DISTINCT_BYTES = 17;

/** True for a secret that a person or a template wrote: the same bytes again and again, or text. */
export function isGuessable(base64: string): boolean {
  const bytes = Uint8Array.fromBase64(base64);
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return isText || new Set(bytes).size < MIN_DISTINCT_BYTES;
}

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
} as const;
