// With what the product is known at Fortnox. Without it vouchers are fetched as a file.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** Fortnox's own addresses: what is asked, and where its users let us in. */
const FORTNOX_URL = "https://api.fortnox.se";
const FORTNOX_SIGN_IN_URL = "https://apps.fortnox.se";

const origin = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const isPlain = url !== null && url.username === "" && url.search === "" && url.hash === "";
  if (isPlain && url.pathname === "/" && /^https?:$/.test(url.protocol)) return url.origin;
  context.addIssue({ code: "custom", message: "not an http or https address without a path" });
  return z.NEVER;
});

const word = z.string().regex(/^[\w-]{3,200}$/, "not what Fortnox gives out");

/** Settings of this room. */
export const fortnoxSettings = {
  fortnoxClientId: setting<string | undefined>({
    variable: "AVANTI_FORTNOX_CLIENT_ID",
    schema: word,
    absent: undefined,
    readme: {
      default: "none",
      means: "what the product is called at Fortnox; without it vouchers are fetched as a file",
    },
  }),
  fortnoxClientSecret: setting<string | undefined>({
    variable: "AVANTI_FORTNOX_CLIENT_SECRET",
    schema: word,
    absent: undefined,
    readme: { default: "none", means: "the secret to it" },
  }),
  fortnoxUrl: setting<string>({
    variable: "AVANTI_FORTNOX_URL",
    schema: origin,
    absent: FORTNOX_URL,
    readme: { default: `\`${FORTNOX_URL}\``, means: "where Fortnox is asked" },
  }),
  fortnoxSignInUrl: setting<string>({
    variable: "AVANTI_FORTNOX_SIGN_IN_URL",
    schema: origin,
    absent: FORTNOX_SIGN_IN_URL,
    readme: {
      default: `\`${FORTNOX_SIGN_IN_URL}\``,
      means: "where its users let the product in, and tokens are given",
    },
  }),
} as const;

/** The values this room reads. */
export interface FortnoxConfig {
  fortnoxClientId: string | undefined;
  fortnoxClientSecret: string | undefined;
  fortnoxUrl: string;
  fortnoxSignInUrl: string;
}
