// The one secret every key is derived from.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** Shortest secret, in bytes: as long as the keys derived from it. */
const MIN_SECRET_BYTES = 32;

const secret = z.base64({ abort: true }).refine(
  (text) => Uint8Array.fromBase64(text).length >= MIN_SECRET_BYTES,
  `under ${MIN_SECRET_BYTES} bytes`,
);

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
