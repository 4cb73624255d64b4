// What an issuer says of a person, as the product takes it. Pure.
import { z } from "zod";
import { readEmailAddress } from "../../forms/email-address.ts";
import type { Factor } from "../session.ts";
import type { ProvedIdentity } from "./identity.ts";
import type { Issuer } from "./issuer.ts";

/** Longest subject that OpenID Connect allows, in characters. */
const MAX_SUBJECT = 255;

const claims = z.object({
  sub: z.string().min(1).max(MAX_SUBJECT),
  name: z.string().catch(""),
  email: z.string().catch(""),
  email_verified: z.boolean().optional().catch(undefined),
  amr: z.array(z.string()).catch([]),
  acr: z.string().catch(""),
});

/** The person behind claims whose signature and frame were checked; undefined for none. */
export function provedBy(issuer: Issuer, said: unknown): ProvedIdentity | undefined {
  const read = claims.safeParse(said);
  if (!read.success) return undefined;
  const { sub, name, email, email_verified: verified, amr, acr } = read.data;
  const parsed = readEmailAddress(email);
  const address = parsed.ok ? parsed.value : "";
  const isVouchedFor = verified === true || (verified === undefined && issuer.vouchesForAddresses);
  return {
    source: issuer.issuer,
    subject: sub,
    name,
    address,
    isAddressVerified: address !== "" && isVouchedFor,
    factors: factorsOf(issuer, amr, acr),
  };
}

/** What it says of a second factor counts only where the company has set that it does. */
function factorsOf({ secondFactor }: Issuer, amr: readonly string[], acr: string): Factor[] {
  const isStrong = amr.some((word) => secondFactor.amr.includes(word)) ||
    secondFactor.acr.includes(acr);
  return isStrong ? ["provider", "provider-factor"] : ["provider"];
}
