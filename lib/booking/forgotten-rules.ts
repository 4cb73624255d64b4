// Whether anybody can tell any more whose booking it was, and what follows for who would act on it. Pure.
import { DomainError } from "../errors/domain-error.ts";
import { SUPPORT_PHONE } from "../kernel/support-phone.ts";
import type { Booking } from "./booking.ts";

/** True when nobody can tell any more whose booking it was: no booking is made without a name. */
export function isForgotten({ contact: { name, phone } }: Pick<Booking, "contact">): boolean {
  return name === "" && phone === "";
}

/** Lets nobody act for a customer who is gone. Throws DomainError("booking-erased"). */
export function assertRemembered(booking: Pick<Booking, "contact">): void {
  if (isForgotten(booking)) throw new DomainError("booking-erased", { phone: SUPPORT_PHONE });
}
