// What whoever has a ticket's link sees of it. Links are passed on, so of a protected customer only who has shown that the
// booking is theirs sees who it is for and where.
import type { BookingEvent } from "../booking/booking.ts";
import { isFoundUnder } from "../booking/booking-owners.ts";
import { findBookingByLink, type FindBookingDeps } from "../booking/find-booking.ts";
import { type SeenBooking, seenByLink, seenHistory } from "../booking/seen-booking.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Database } from "../kv/open.ts";
import type { Visitor } from "./visitor.ts";

/** What seeing needs. */
export interface SeeByLinkDeps extends FindBookingDeps {
  db: Pick<Database, "read">;
}

/** Who asks; read only where it matters. */
export type AskVisitor = () => Promise<Visitor | null>;

/** A booking as its link shows it. */
export interface SeenByLink {
  booking: SeenBooking;
  events: readonly BookingEvent[];
  /** True when more is shown to who shows that it is theirs. */
  isHidden: boolean;
}

/** The booking of a link. Throws DomainError("link-invalid"). */
export async function seeByLink(
  deps: SeeByLinkDeps,
  link: string,
  visitor: AskVisitor,
): Promise<SeenByLink> {
  const { booking: whole, events } = await findBookingByLink(deps, link);
  const isOwner = !whole.veiled || await isOwnedBy(deps, whole.id, await visitor());
  const booking = seenByLink(whole, isOwner);
  return { booking, events: seenHistory(booking, events), isHidden: !isOwner };
}

/** Throws DomainError("not-allowed") where a link alone is not enough to change what is protected. */
export async function assertOwner(
  deps: SeeByLinkDeps,
  link: string,
  visitor: AskVisitor,
): Promise<void> {
  if ((await seeByLink(deps, link, visitor)).isHidden) throw new DomainError("not-allowed");
}

async function isOwnedBy(
  deps: SeeByLinkDeps,
  id: SeenBooking["id"],
  visitor: Visitor | null,
): Promise<boolean> {
  return visitor !== null && await isFoundUnder(deps, visitor.marks, id);
}
