// Who signs people in for the product, and the product's clients there.
import { z } from "zod";
import { type Setting, setting } from "../kernel/settings.ts";
import { type Issuer, issuerList } from "./identity/issuer.ts";

/** Longest id or secret of a client, in characters. */
const MAX_LENGTH = 500;
const word = z.string().trim().regex(/^[\x21-\x7e]+$/, "not a word").max(MAX_LENGTH, "too long");

/** Settings of this room. */
export const accountSettings = {
  googleClientId: clientId("GOOGLE", "Google"),
  googleClientSecret: clientSecret("GOOGLE", "Google"),
  microsoftClientId: clientId("MICROSOFT", "Microsoft"),
  microsoftClientSecret: clientSecret("MICROSOFT", "Microsoft"),
  facebookClientId: clientId("FACEBOOK", "Facebook"),
  facebookClientSecret: clientSecret("FACEBOOK", "Facebook"),
  githubClientId: clientId("GITHUB", "GitHub"),
  githubClientSecret: clientSecret("GITHUB", "GitHub"),
  issuers: setting<readonly Issuer[]>({
    variable: "AVANTI_OIDC",
    schema: issuerList,
    absent: [],
    readme: {
      default: "none",
      means:
        "issuers of OpenID Connect that sign in those who work here, as JSON: [docs/operations.md](docs/operations.md)",
    },
  }),
} as const;

function clientId(prefix: string, label: string): Setting<string | undefined> {
  return setting<string | undefined>({
    variable: `AVANTI_${prefix}_CLIENT_ID`,
    schema: word,
    absent: undefined,
    readme: {
      default: "none",
      means:
        `the client at ${label} that customers sign in with; offered when its secret is set too`,
    },
  });
}

function clientSecret(prefix: string, label: string): Setting<string | undefined> {
  return setting<string | undefined>({
    variable: `AVANTI_${prefix}_CLIENT_SECRET`,
    schema: word,
    absent: undefined,
    readme: { default: "none", means: `the secret of the client at ${label}` },
  });
}
