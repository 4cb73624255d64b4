// Issuers of OpenID Connect that sign in people who work here, as the settings name them.
import { z } from "zod";
import { isLoopback } from "../../kernel/loopback.ts";
import { CENTRAL } from "../role.ts";
import { PROVIDER_IDS } from "./provider.ts";

/** Most issuers. */
const MAX_ISSUERS = 10;
/** Most words that count as a second factor. */
const MAX_WORDS = 20;
/** What stands in addresses of its own. */
const TAKEN: readonly string[] = [...PROVIDER_IDS, "staff", "link"];

const words = z.array(z.string().min(1).max(200)).max(MAX_WORDS).default([]);

const issuer = z.strictObject({
  /** In addresses: `entra`. */
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, "not an id in small letters")
    .refine((id) => !TAKEN.includes(id), "an id that is taken"),
  /** What people know it by. */
  label: z.string().trim().min(1).max(60),
  /** As it names itself in its tokens. */
  issuer: z.url({ protocol: /^https?$/ }).max(500).refine(
    isSafe,
    "neither https nor on this machine",
  ),
  clientId: z.string().min(1).max(500),
  clientSecret: z.string().min(1).max(500),
  /** Whose people it may sign in: `central`, or the id of a permit holder. */
  entity: z.string().min(1).max(100).default(CENTRAL),
  /** How it signs its tokens; every other way is refused. */
  algorithm: z.enum(["RS256", "PS256", "ES256", "EdDSA"]).default("RS256"),
  /** What it says in `amr` or `acr` when somebody has shown a second factor; without it none counts. */
  secondFactor: z.strictObject({ amr: words, acr: words }).prefault({}),
  /** True when the company knows that addresses there are their owners'; else its `email_verified` must say so. */
  vouchesForAddresses: z.boolean().default(false),
});

/** One of them. */
export type Issuer = z.output<typeof issuer>;

/** The list, as JSON. */
export const issuerList = z.string().transform((text, context): Issuer[] => {
  const parsed = z.array(issuer).max(MAX_ISSUERS).safeParse(parsedJson(text));
  const [issue] = parsed.error?.issues ?? [];
  const wrong = issue === undefined
    ? complaintAbout(parsed.data ?? [])
    : `${issue.path.join(".") || "list"}: ${issue.message}`;
  if (wrong === null) return parsed.data ?? [];
  context.addIssue({ code: "custom", message: wrong });
  return z.NEVER;
});

function complaintAbout(list: readonly Issuer[]): string | null {
  const several = (values: readonly string[]) => new Set(values).size < values.length;
  if (several(list.map(({ id }) => id))) return "two issuers have one id";
  // One issuer for two entities would open both with one identity.
  return several(list.map((one) => one.issuer)) ? "an issuer is named twice" : null;
}

function isSafe(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (url.protocol === "https:" || isLoopback(url.hostname));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
