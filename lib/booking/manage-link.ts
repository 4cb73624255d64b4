// The secret in a customer's link. It is computed from the booking's id, not stored: a stolen database
// holds no links, and the same link can be sent again.
import { timingSafeEqual } from "@std/crypto/timing-safe-equal";
import { DomainError } from "../errors/domain-error.ts";
import { base64Url } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";
import { ULID_PATTERN } from "../kernel/ulid.ts";
import { type BookingId, bookingId } from "./booking.ts";

/** Characters of the code behind the id: 22 × 6 = 132 bits. */
const CODE_LENGTH = 22;
const LINK_PATTERN = new RegExp(`^(${ULID_PATTERN})([A-Za-z0-9_-]{${CODE_LENGTH}})$`);

/** The last part of a manage link: the booking's id and a code only this system can compute. */
export async function manageLink(linkKey: CryptoKey, id: BookingId): Promise<string> {
  return id + await linkCode(linkKey, id);
}

/** The booking a link is for. Throws DomainError("link-invalid") for anything else. */
export async function readManageLink(linkKey: CryptoKey, link: string): Promise<BookingId> {
  const [, id, code] = LINK_PATTERN.exec(link) ?? [];
  if (id === undefined || code === undefined) throw new DomainError("link-invalid");
  const expected = await linkCode(linkKey, bookingId(id));
  if (!sameText(code, expected)) throw new DomainError("link-invalid");
  return bookingId(id);
}

async function linkCode(linkKey: CryptoKey, id: BookingId): Promise<string> {
  return base64Url(await macOf(linkKey, `manage-link/1/${id}`)).slice(0, CODE_LENGTH);
}

/** Compares in constant time; both have the same length by the pattern. */
function sameText(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  return timingSafeEqual(encoder.encode(a), encoder.encode(b));
}
