// Use case: a customer without their link finds their ticket by its code and their phone number.
import { timingSafeEqual } from "@std/crypto/timing-safe-equal";
import { networkMark, shortMark } from "../accounts/sign-in-tries.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { base64Url } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "../kv/open.ts";
import { giveBackTry, type TakenTry, takeTry, type TryLimit } from "../kv/tries.ts";
import type { SecurityEvents } from "../security/security-events.ts";
import { plainLine } from "../forms/clean-text.ts";
import type { Checked, FieldError } from "../forms/field-error.ts";
import { readPhoneNumber } from "../forms/phone-number.ts";
import { bookingId } from "./booking.ts";
import { referenceIn } from "./search/search-question.ts";
import type { BookingStore } from "./booking-store.ts";
import { manageLink } from "./manage-link.ts";

/** Tries of one code, and of one sender: enough for slips, too few to guess a number of ten digits. */
export const FIND_LIMIT: TryLimit = { most: 5, withinMs: 60 * 60_000 };

/** Looked up instead of a booking that is not there, so that both take as long. */
const NOBODY = bookingId("00000000000000000000000000");

/** What finding a ticket needs. */
export interface FindByCodeDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  bookings: Pick<BookingStore, "get" | "idOf">;
  linkKey: CryptoKey;
  /** Makes of codes and addresses what is counted under: neither can be read back. */
  triesKey: CryptoKey;
  securityEvents: SecurityEvents;
}

/** What a customer says of their booking, and where they say it from. */
export interface FindByCodeInput {
  /** Six letters, `K4Q7RM`. */
  reference: string;
  /** E.164. */
  phone: string;
  /** The sender's network, see `clientNetwork`. */
  sender: string;
}

/** Reads what was typed: the code as it is stored, the number as E.164. Asks no database. */
export function checkFindForm(
  typed: { reference: string; phone: string },
): Checked<Pick<FindByCodeInput, "reference" | "phone">> {
  const errors: FieldError[] = [];
  const reference = referenceIn(typed.reference);
  const phone = readPhoneNumber(typed.phone);
  if (reference === null) {
    const isEmpty = plainLine(typed.reference) === "";
    errors.push({ field: "reference", code: isEmpty ? "referenceMissing" : "referenceInvalid" });
  }
  if (!phone.ok) errors.push({ field: "phone", code: phone.code });
  if (reference === null || !phone.ok) return { ok: false, errors };
  return { ok: true, value: { reference, phone: phone.value } };
}

/**
 * The manage link of the booking with this code and phone number, or null, whichever of them is wrong.
 * Throws DomainError("too-many-tries"). A try that finds its ticket does not count.
 */
export async function findBookingByCode(
  deps: FindByCodeDeps,
  { reference, phone, sender }: FindByCodeInput,
): Promise<string | null> {
  const taken = await tryOnce(deps, { reference, sender });
  const noted = await notedTry(deps, { reference, sender });
  deps.securityEvents.note({ ...noted, kind: "code-try" });
  const id = await deps.bookings.idOf(reference) ?? NOBODY;
  const [stored, link] = await Promise.all([deps.bookings.get(id), manageLink(deps.linkKey, id)]);
  // Hashes have one length whatever was typed, and take the same time to compare.
  const [asked, known] = await Promise.all([
    macOf(deps.triesKey, phone),
    macOf(deps.triesKey, stored?.booking.contact.phone ?? ""),
  ]);
  if (!timingSafeEqual(asked, known) || stored === null) return null;
  await giveBackTry(deps, taken);
  deps.securityEvents.note({ ...noted, kind: "code-right" });
  return link;
}

/** Which code was tried from where, for those who watch over security. */
async function notedTry(
  { triesKey, clock }: FindByCodeDeps,
  { reference, sender }: Pick<FindByCodeInput, "reference" | "sender">,
) {
  const [code, network] = await Promise.all([
    macOf(triesKey, reference),
    networkMark(triesKey, sender),
  ]);
  return {
    atMs: clock.now().epochMilliseconds,
    network: sender === "" ? "" : shortMark(network),
    target: shortMark(base64Url(code)),
  };
}

async function tryOnce(
  deps: FindByCodeDeps,
  { reference, sender }: Pick<FindByCodeInput, "reference" | "sender">,
): Promise<TakenTry> {
  const [code, address] = await Promise.all([
    macOf(deps.triesKey, reference),
    macOf(deps.triesKey, sender),
  ]);
  try {
    return await takeTry(deps, [
      { what: "find-by-code", who: base64Url(code) },
      { what: "find-by-sender", who: base64Url(address) },
    ], FIND_LIMIT);
  } catch (error) {
    // Many of them are somebody guessing.
    if (error instanceof DomainError) deps.log.warn("ticket search refused", { code: error.code });
    throw error;
  }
}
