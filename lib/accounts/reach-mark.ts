// Under what a mail address or a telephone number is found: a keyed hash, so that no index holds it as it is.
import { base64Url } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";

/** The mark an account is counted by: of its mail address, or of its number where it has none. */
export function accountMark(
  reachKey: CryptoKey,
  { email, phone }: { email: string; phone: string },
): Promise<string> {
  return email === "" ? reachMark(reachKey, "phone", phone) : reachMark(reachKey, "email", email);
}

/**
 * The mark of an address, URL-safe base64. Letters of any case are one address here, also before the @: no provider
 * tells them apart, and two accounts that differ in a capital are one person locked out.
 */
export async function reachMark(
  reachKey: CryptoKey,
  kind: "email" | "phone" | "person" | "reference" | "buyer",
  at: string,
): Promise<string> {
  return base64Url(await macOf(reachKey, `${kind}/${at.normalize("NFKC").toLowerCase()}`));
}
