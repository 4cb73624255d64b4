// The secret part of the address that reports about a text message come to: computed from its id, so that nothing is
// stored, and nobody who does not know our key reports anything.
import { timingSafeEqual } from "@std/crypto/timing-safe-equal";
import { base64Url } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";
import { ULID_PATTERN } from "../kernel/ulid.ts";

/** Characters of the code behind the id: 22 × 6 = 132 bits. */
const CODE_LENGTH = 22;
const TOKEN = new RegExp(`^(${ULID_PATTERN})([A-Za-z0-9_-]{${CODE_LENGTH}})$`);

/** The token of a message: its id and a code only this system can compute. */
export async function reportToken(reportKey: CryptoKey, id: string): Promise<string> {
  return id + await codeOf(reportKey, id);
}

/** The message a token is of, or null. */
export async function readReportToken(reportKey: CryptoKey, token: string): Promise<string | null> {
  const [, id, code] = TOKEN.exec(token) ?? [];
  if (id === undefined || code === undefined) return null;
  const encoder = new TextEncoder();
  const expected = encoder.encode(await codeOf(reportKey, id));
  return timingSafeEqual(encoder.encode(code), expected) ? id : null;
}

async function codeOf(reportKey: CryptoKey, id: string): Promise<string> {
  return base64Url(await macOf(reportKey, `sms-report/1/${id}`)).slice(0, CODE_LENGTH);
}
